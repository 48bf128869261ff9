"use client";

import { useTranslations } from "use-intl";

type DraftStateProps = { isDirty: boolean; isRefused: boolean };

/** In words: whether what is typed is saved, and whether a reload would lose it. */
export function DraftState({ isDirty, isRefused }: DraftStateProps) {
  const t = useTranslations("form.state");
  if (!isDirty) return null;
  return isRefused ? t("unsaved") : t("draftKept");
}
