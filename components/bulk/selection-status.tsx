"use client";

import { useTranslations } from "use-intl";
import { useSelection } from "@/lib/client/selection/use-selection";

/** Reads out how many are selected. There before the bar is, which comes with its first words. */
export function SelectionStatus() {
  const t = useTranslations("bulk");
  const { state, count } = useSelection();
  const hasSelection = count > 0 || state.kind === "all";
  return (
    <p role="status" className="sr-only">
      {hasSelection && t("selected", { count })}
    </p>
  );
}
