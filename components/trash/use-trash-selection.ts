"use client";

import { useCallback, useMemo, useState } from "react";
import { emptySelection, met, selected, selectedIds, toggled } from "./range-selection";

export type TrashSelection = {
  /** What is selected and still there, in the list's order; also what is not loaded yet. */
  ids: readonly string[];
  has: (id: string) => boolean;
  toggle: (id: string, isRange: boolean) => void;
  select: (ids: readonly string[]) => void;
  clear: () => void;
};

/** Which items of the trash are selected; `order` is the list as far as it is loaded. */
export function useTrashSelection(order: readonly string[]): TrashSelection {
  const [kept, setSelection] = useState(emptySelection);
  const selection = useMemo(() => met(kept, order), [kept, order]);
  // A list that has shown them is remembered: what goes from it later is not selected any more.
  if (selection !== kept) setSelection(selection);
  // The same function from one selection to the next: rows need not draw again.
  const toggle = useCallback(
    (id: string, isRange: boolean) => setSelection((now) => toggled(now, order, id, isRange)),
    [order],
  );
  return useMemo(
    () => ({
      ids: selectedIds(selection, order),
      has: (id) => selection.ids.has(id),
      toggle,
      select: (ids) => setSelection(selected(ids, order)),
      clear: () => setSelection(emptySelection),
    }),
    [order, selection, toggle],
  );
}
