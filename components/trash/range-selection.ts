/** What is selected, and from where a range would begin: the one that was toggled last. */
export type RangeSelection = { readonly ids: ReadonlySet<string>; readonly anchor: string | null };

export const emptySelection: RangeSelection = { ids: new Set(), anchor: null };

/**
 * Toggles `id`; with `isRange` everything between the anchor and `id`, in the order of `order`,
 * becomes as `id` becomes. Without an anchor that is still there a range is `id` alone.
 */
export function toggled(
  { ids, anchor }: RangeSelection,
  order: readonly string[],
  id: string,
  isRange: boolean,
): RangeSelection {
  const isOn = !ids.has(id);
  const next = new Set(ids);
  for (const one of isRange ? between(order, anchor, id) : [id]) {
    if (isOn) next.add(one);
    else next.delete(one);
  }
  return { ids: next, anchor: id };
}

function between(order: readonly string[], anchor: string | null, id: string): readonly string[] {
  const from = anchor === null ? -1 : order.indexOf(anchor);
  const to = order.indexOf(id);
  if (from < 0 || to < 0) return [id];
  return order.slice(Math.min(from, to), Math.max(from, to) + 1);
}
