"use client";

import { useLocale, useTranslations } from "use-intl";
import { cn } from "@/components/ui/cn";
import { localeNames, locales } from "@/lib/i18n/locales";
import { useChooseLocale } from "./use-choose-locale";

/** The languages in a line, small, each in its own words: for who cannot read this page yet. */
export function LanguageSwitch({ className }: { className?: string }) {
  const t = useTranslations("settings");
  const current = useLocale();
  const keep = useChooseLocale();
  return (
    <fieldset className={cn("flex flex-wrap gap-x-1", className)}>
      <legend className="sr-only">{t("language")}</legend>
      {locales.map((locale) => (
        <button
          key={locale}
          type="button"
          lang={locale}
          aria-pressed={locale === current}
          onClick={() => keep(locale)}
          className={cn(
            "touch-target rounded-small px-2 py-1 text-small",
            locale === current ? "font-medium text-ink" : "text-ink-3 hover:text-ink",
          )}
        >
          {localeNames[locale]}
        </button>
      ))}
    </fieldset>
  );
}
