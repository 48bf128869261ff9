/** What is selected, and from where a range begins: the one that was toggled last. */
export type RangeSelection = {
  readonly ids: ReadonlySet<string>;
  readonly anchor: string | null;
  /** Those of `ids` that the list has not shown yet, in its order. */
  readonly beyond: readonly string[];
};

export const emptySelection: RangeSelection = { ids: new Set(), anchor: null, beyond: [] };

/** Selects these, be they in the list yet or not. */
export function selected(ids: readonly string[], order: readonly string[]): RangeSelection {
  return met({ ids: new Set(ids), anchor: null, beyond: ids }, order);
}

/** What the list has come to show is selected as one of its rows from then on, and goes with it. */
export function met(selection: RangeSelection, order: readonly string[]): RangeSelection {
  if (selection.beyond.length === 0) return selection;
  const shown = new Set(order);
  const beyond = selection.beyond.filter((id) => !shown.has(id));
  return beyond.length === selection.beyond.length ? selection : { ...selection, beyond };
}

/** What is selected and still there: of the list in its order, then what it has not shown yet. */
export function selectedIds({ ids, beyond }: RangeSelection, order: readonly string[]): string[] {
  return [...order.filter((id) => ids.has(id)), ...beyond];
}

/**
 * Toggles `id`; with `isRange` everything from the anchor to `id`, in the order of `order`, becomes
 * as the anchor is. Without an anchor that is still there a range is `id` alone.
 */
export function toggled(
  { ids, anchor, beyond }: RangeSelection,
  order: readonly string[],
  id: string,
  isRange: boolean,
): RangeSelection {
  const range = isRange && anchor !== null ? between(order, anchor, id) : [];
  if (anchor === null || range.length === 0) {
    return { ids: put(ids, [id], !ids.has(id)), anchor: id, beyond };
  }
  return { ids: put(ids, range, ids.has(anchor)), anchor, beyond };
}

function between(order: readonly string[], anchor: string, id: string): readonly string[] {
  const from = order.indexOf(anchor);
  const to = order.indexOf(id);
  return from < 0 || to < 0 ? [] : order.slice(Math.min(from, to), Math.max(from, to) + 1);
}

function put(ids: ReadonlySet<string>, some: readonly string[], isOn: boolean): Set<string> {
  const next = new Set(ids);
  for (const id of some) {
    if (isOn) next.add(id);
    else next.delete(id);
  }
  return next;
}
