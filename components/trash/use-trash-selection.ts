"use client";

import { useCallback, useMemo, useState } from "react";
import { emptySelection, toggled } from "./range-selection";

export type TrashSelection = {
  /** What is selected and still there, in the list's order. */
  ids: readonly string[];
  has: (id: string) => boolean;
  toggle: (id: string, isRange: boolean) => void;
  select: (ids: readonly string[]) => void;
  clear: () => void;
};

/** Which items of the trash are selected; `order` is the list as it is shown. */
export function useTrashSelection(order: readonly string[]): TrashSelection {
  const [selection, setSelection] = useState(emptySelection);
  // The same function from one selection to the next: rows need not draw again.
  const toggle = useCallback(
    (id: string, isRange: boolean) => setSelection((now) => toggled(now, order, id, isRange)),
    [order],
  );
  return useMemo(
    () => ({
      ids: order.filter((id) => selection.ids.has(id)),
      has: (id) => selection.ids.has(id),
      toggle,
      select: (ids) => setSelection({ ids: new Set(ids), anchor: null }),
      clear: () => setSelection(emptySelection),
    }),
    [order, selection, toggle],
  );
}
