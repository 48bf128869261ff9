"use client";

import { useMemo } from "react";
import { useTranslations } from "use-intl";
import { useRegionalLocale } from "@/components/ui/use-regional-locale";

/** What the functions of `filter-words` need, in the language of the page. */
export function useFilterWords() {
  const t = useTranslations("filters");
  const locale = useRegionalLocale();
  return useMemo(() => ({ t, locale }), [t, locale]);
}
