"use client";

import { useFormatter, useTranslations } from "use-intl";

/** The names of a change as they stand in a sentence: “travel” and “trips”, “journeys”. */
export function useChangeWords({ from, to }: { from: readonly string[]; to: string }) {
  const t = useTranslations("tagPage");
  const format = useFormatter();
  const quoted = from.map((name) => t("quoted", { name }));
  return { from: format.list(quoted, { type: "conjunction" }), to: t("quoted", { name: to }) };
}
