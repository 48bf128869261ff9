"use client";

import { useQueryClient } from "@tanstack/react-query";
import { memo } from "react";
import { useTranslations } from "use-intl";
import { Checkbox } from "@/components/ui/checkbox";
import { cn } from "@/components/ui/cn";
import { useIsSelected, useSelectionStore } from "@/lib/client/selection/use-selection";
import { listedOrder } from "./listed-order";

type RowCheckboxProps = {
  memoryId: string;
  /** The memory's name, as the row shows it. */
  title: string;
  className?: string;
};

/**
 * Selects a memory of the list; with Shift everything from the one chosen last, in the order in
 * which the list stands. Draws again only when this memory's own state changes.
 */
export const RowCheckbox = memo(function RowCheckbox({
  memoryId,
  title,
  className,
}: RowCheckboxProps) {
  const t = useTranslations("bulk");
  const client = useQueryClient();
  const selection = useSelectionStore();
  const isSelected = useIsSelected(memoryId);
  return (
    <Checkbox
      aria-label={t("select", { title })}
      checked={isSelected}
      onChange={({ nativeEvent }) => {
        // A checkbox's change comes from a click, or from the space bar, which makes one.
        if ("shiftKey" in nativeEvent && nativeEvent.shiftKey === true) {
          selection.range(memoryId, listedOrder(client));
        } else {
          selection.toggle(memoryId);
        }
      }}
      // Shift and a click would mark the text between two rows.
      onMouseDown={(event) => event.shiftKey && event.preventDefault()}
      className={cn("z-10", className)}
    />
  );
});
