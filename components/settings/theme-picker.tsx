"use client";

import { MonitorSmartphone, Moon, Sun } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { type Theme, themeCookie, themes } from "@/components/theme/theme";
import { Choices } from "@/components/ui/choices";
import { writeCookie } from "@/lib/client/cookies";

const words = {
  system: { label: "themeSystem", icon: MonitorSmartphone },
  light: { label: "themeLight", icon: Sun },
  dark: { label: "themeDark", icon: Moon },
} as const;

/** Light, dark, or as the system has it. */
export function ThemePicker({ initial }: { initial: Theme }) {
  const t = useTranslations("settings");
  const router = useRouter();
  const [chosen, setChosen] = useState(initial);

  function choose(theme: Theme) {
    setChosen(theme);
    // At once on this page, and for a year on every page of this browser.
    document.documentElement.dataset.theme = theme;
    writeCookie(themeCookie, theme);
    // The colour a phone paints around the page is the server's to say.
    router.refresh();
  }

  return (
    <Choices
      legend={t("colours")}
      choices={themes.map((theme) => ({
        value: theme,
        label: t(words[theme].label),
        icon: words[theme].icon,
      }))}
      value={chosen}
      onChange={choose}
    />
  );
}
