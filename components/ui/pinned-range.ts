import { defaultRangeExtractor, type Range } from "@tanstack/react-virtual";

/**
 * The rows in sight of a virtual list, with the pinned ones and their neighbours, to which Tab leads
 * from them. A pin of -1 is none.
 */
export function pinnedRange(range: Range, pins: readonly number[]): number[] {
  const indexes = new Set(defaultRangeExtractor(range));
  for (const pin of pins) {
    if (pin < 0) continue;
    for (const index of [pin - 1, pin, pin + 1]) {
      if (index >= 0 && index < range.count) indexes.add(index);
    }
  }
  return [...indexes].sort((a, b) => a - b);
}
