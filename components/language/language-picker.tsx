"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { type Choice, Choices } from "@/components/ui/choices";
import { type Locale, localeNames, locales } from "@/lib/i18n/locales";
import { useChooseLocale } from "./use-choose-locale";

/** A language, or as the browser says: that of the page then follows the browser's own. */
export function LanguagePicker({ initial }: { initial: Locale | null }) {
  const t = useTranslations("settings");
  const keep = useChooseLocale();
  const [chosen, setChosen] = useState<Locale | "browser">(initial ?? "browser");
  const choices: Choice<Locale | "browser">[] = [
    ...locales.map((locale) => ({ value: locale, label: localeNames[locale], lang: locale })),
    { value: "browser", label: t("languageOfBrowser") },
  ];
  return (
    <Choices
      legend={t("language")}
      choices={choices}
      value={chosen}
      onChange={(value) => {
        setChosen(value);
        keep(value === "browser" ? null : value);
      }}
    />
  );
}
