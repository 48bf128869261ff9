/** What is selected, and from where a range begins: the one that was toggled last. */
export type RangeSelection = { readonly ids: ReadonlySet<string>; readonly anchor: string | null };

export const emptySelection: RangeSelection = { ids: new Set(), anchor: null };

/**
 * Toggles `id`; with `isRange` everything from the anchor to `id`, in the order of `order`, becomes
 * as the anchor is. Without an anchor that is still there a range is `id` alone.
 */
export function toggled(
  { ids, anchor }: RangeSelection,
  order: readonly string[],
  id: string,
  isRange: boolean,
): RangeSelection {
  const range = isRange && anchor !== null ? between(order, anchor, id) : [];
  if (anchor === null || range.length === 0) {
    return { ids: put(ids, [id], !ids.has(id)), anchor: id };
  }
  return { ids: put(ids, range, ids.has(anchor)), anchor };
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
