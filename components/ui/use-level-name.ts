"use client";

import { useTranslations } from "use-intl";
import { isOutOfRange } from "./level";
import { useNumberText } from "./use-number-text";

/** The accessible name of a level: "Importance 0.8". */
export function useLevelName(label: string, level: number | null): string {
  const t = useTranslations("ui");
  const inDigits = useNumberText();
  if (level === null) return t("levelNotSet", { label });
  const value = inDigits(level);
  return isOutOfRange(level) ? t("levelOutside", { label, value }) : t("level", { label, value });
}
