"use client";

import { useTranslations } from "use-intl";
import { SelectionBar } from "@/components/bulk/selection-bar";
import { Button } from "@/components/ui/button";
import type { MemoryFilters } from "@/lib/client/filters/memory-filters";

type SelectionFootProps = {
  filters: MemoryFilters;
  /** Checkboxes show, and none is ticked yet. */
  isEmpty: boolean;
  /** Takes the checkboxes away again. */
  onDone: () => void;
};

/** Below the list, so that rows stay under the pointer when the first one is selected. */
export function SelectionFoot({ filters, isEmpty, onDone }: SelectionFootProps) {
  const t = useTranslations();
  return (
    <div className="shrink-0 animate-appear border-line border-t bg-raised px-[18px] py-1.5 md:px-4">
      {isEmpty ? (
        <div className="flex items-center justify-between gap-3 py-1">
          <p className="min-w-0 text-ink-2 text-note">{t("list.select.hint")}</p>
          <Button variant="quiet" size="sm" className="-me-2" onClick={onDone}>
            {t("common.done")}
          </Button>
        </div>
      ) : (
        <SelectionBar filters={filters} />
      )}
    </div>
  );
}
