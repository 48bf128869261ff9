"use client";

import { type LucideIcon, MonitorSmartphone, Moon, Sun } from "lucide-react";
import { useRouter } from "next/navigation";
import { useId, useState } from "react";
import { type Theme, themeCookieText, themes } from "@/components/theme/theme";

const words: Record<Theme, { label: string; icon: LucideIcon }> = {
  system: { label: "System", icon: MonitorSmartphone },
  light: { label: "Light", icon: Sun },
  dark: { label: "Dark", icon: Moon },
};

/** At once on this page, and for a year on every page of this browser. */
function apply(theme: Theme) {
  document.documentElement.dataset.theme = theme;
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in browsers we support
  document.cookie = themeCookieText(theme, window.location.protocol === "https:");
}

/** Light, dark, or as the system has it. */
export function ThemePicker({ initial }: { initial: Theme }) {
  const router = useRouter();
  const name = useId();
  const [chosen, setChosen] = useState(initial);

  function choose(theme: Theme) {
    setChosen(theme);
    apply(theme);
    // The colour a phone paints around the page is the server's to say.
    router.refresh();
  }

  return (
    <fieldset className="flex flex-wrap gap-2">
      <legend className="sr-only">Colours</legend>
      {themes.map((theme) => {
        const { label, icon: Icon } = words[theme];
        return (
          <label
            key={theme}
            className="relative touch-target inline-flex h-9 cursor-pointer items-center gap-2 rounded-button border border-line-2 bg-raised px-3.5 text-ink-2 text-ui transition-colors hover:text-ink has-checked:border-accent has-checked:bg-accent-soft has-checked:font-medium has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:outline-offset-2 forced-colors:has-checked:outline-2 forced-colors:has-checked:outline-[Highlight]"
          >
            <input
              type="radio"
              name={name}
              value={theme}
              checked={chosen === theme}
              onChange={() => choose(theme)}
              className="absolute inset-0 cursor-pointer appearance-none opacity-0"
            />
            <Icon aria-hidden="true" className="size-4" />
            {label}
          </label>
        );
      })}
    </fieldset>
  );
}
