"use client";

import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import type { TrashSelection } from "./use-trash-selection";

type TrashBarProps = {
  /** The ids that are loaded, and how many there are in all. */
  loaded: readonly string[];
  total: number;
  selection: TrashSelection;
  /** Selects everything, loaded or not; null where all is here. */
  onSelectEvery: (() => void) | null;
  isLoadingEvery: boolean;
  onRestore: () => void;
  onErase: () => void;
  onEmpty: () => void;
};

/** Over the list: how many there are, or what can be done to those that are selected. */
export function TrashBar({ loaded, total, selection, ...acts }: TrashBarProps) {
  const t = useTranslations("trash");
  const count = selection.ids.length;
  const areAllSelected = count > 0 && count >= loaded.length && loaded.every(selection.has);
  return (
    <div className="sticky top-0 z-20 flex min-h-14 flex-wrap items-center gap-x-2 gap-y-1 border-line border-b bg-paper px-[11px] py-2 max-md:-mx-[18px] md:-mx-3 md:px-[5px]">
      <Checkbox
        aria-label={t("selectAll")}
        checked={areAllSelected}
        indeterminate={count > 0 && !areAllSelected}
        onChange={() => (areAllSelected ? selection.clear() : selection.select(loaded))}
      />
      <p role="status" className="me-auto text-ink-2 text-note">
        {count > 0 && t("selected", { count })}
        {count === 0 && loaded.length < total && t("shownOf", { shown: loaded.length, total })}
        {count === 0 && loaded.length >= total && t("count", { count: total })}
      </p>
      {areAllSelected && count < total && acts.onSelectEvery && (
        <Button
          size="sm"
          variant="quiet"
          pending={acts.isLoadingEvery}
          onClick={acts.onSelectEvery}
        >
          {t("selectEvery", { count: total })}
        </Button>
      )}
      {count > 0 ? (
        <fieldset aria-label={t("selection")} className="flex flex-wrap gap-1.5">
          <Button size="sm" onClick={acts.onRestore}>
            {t("restore")}
          </Button>
          <Button size="sm" variant="danger" onClick={acts.onErase}>
            {t("deleteForEver")}
          </Button>
          <Button size="sm" variant="quiet" onClick={selection.clear}>
            <span className="sr-only">{t("clearSelection")}</span>
            <span aria-hidden="true">{t("clear")}</span>
          </Button>
        </fieldset>
      ) : (
        <Button size="sm" variant="danger" onClick={acts.onEmpty}>
          {t("emptyTrash")}
        </Button>
      )}
    </div>
  );
}
