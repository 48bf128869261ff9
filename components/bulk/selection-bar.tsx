"use client";

import { X } from "lucide-react";
import { useTranslations } from "use-intl";
import { LIST_HEADING_ID } from "@/components/memories/use-return-focus";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { filterKey } from "@/lib/client/filters/filter-address";
import { type MemoryFilters, noFilters } from "@/lib/client/filters/memory-filters";
import { useSelection, useSelectionStore } from "@/lib/client/selection/use-selection";
import { BulkActions } from "./bulk-actions";
import { SelectionOffers } from "./selection-offers";
import { useEscapeClears } from "./use-escape-clears";
import { useHiddenSelected } from "./use-hidden-selected";

type SelectionBarProps = { filters: MemoryFilters; className?: string };

/** How many are selected, how more can be, and what can be done to them; nothing without any. */
export function SelectionBar({ filters, className }: SelectionBarProps) {
  const t = useTranslations("bulk");
  const selection = useSelectionStore();
  const { state, count, isExact } = useSelection();
  const hasSelection = count > 0 || state.kind === "all";
  const hidden = useHiddenSelected(filters);
  useEscapeClears(hasSelection, () => selection.clear());
  if (!hasSelection) return null;
  const isWholeList =
    state.kind === "all" &&
    state.except.size + state.also.size === 0 &&
    whatIsFiltered(state.filters) === whatIsFiltered(filters);
  const clear = () => {
    selection.clear();
    // The button that was pressed goes away with the selection.
    document.getElementById(LIST_HEADING_ID)?.focus({ preventScroll: true });
  };
  return (
    <section
      aria-label={t("selection")}
      className={cn("@container/bar grid gap-1.5 py-1", className)}
    >
      <div className="flex items-center justify-between gap-3">
        <p className="font-medium text-ink text-note">
          {!isWholeList && t("selected", { count })}
          {isWholeList && t(isExact ? "allSelected" : "allSelectedSoFar", { count })}
        </p>
        <Button variant="quiet" size="sm" className="-me-2" onClick={clear}>
          <X aria-hidden="true" />
          <span className="sr-only">{t("clearSelection")}</span>
          <span aria-hidden="true">{t("clear")}</span>
        </Button>
      </div>
      {state.kind === "all" && !isExact && (
        <p className="text-ink-2 text-small">{t("stillReading")}</p>
      )}
      {hidden > 0 && <p className="text-ink-2 text-small">{t("hidden", { count: hidden })}</p>}
      {!isWholeList && <SelectionOffers filters={filters} />}
      <BulkActions hidden={hidden} />
    </section>
  );
}

/** Equal where the same memories match, in whatever order they stand. */
const whatIsFiltered = (filters: MemoryFilters) => filterKey({ ...filters, sort: noFilters.sort });
