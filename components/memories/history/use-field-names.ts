"use client";

import { useTranslations } from "use-intl";
import type { FieldChange } from "@/components/memories/difference/memory-changes";

/** What a change is about, as the page calls it. */
export function useFieldNames(): (change: FieldChange) => string {
  const common = useTranslations("common");
  const stored = useTranslations("pane.stored");
  return ({ field }) => (field === "stored" ? stored("term") : common(field));
}
