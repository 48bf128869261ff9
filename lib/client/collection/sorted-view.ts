import { createMatcher } from "@/lib/client/filters/matcher";
import type { MemoryFilters } from "@/lib/client/filters/memory-filters";
import type { Memory } from "@/lib/contract/memory";
import { type Difference, MemoryDifference } from "./memory-difference";
import { type Compare, sortOrders } from "./sort-orders";

/** What filters let through, in their order. Never changed in place. */
export type ViewResult = {
  readonly memories: readonly Memory[];
  readonly ids: readonly string[];
  /** Where a memory stands; -1 for one that is not there. */
  readonly indexOf: (id: string) => number;
};

/**
 * What one set of filters lets through, kept in step with the collection: only memories that came,
 * went or changed since are tested and sorted, the rest stays as it is. `update` is a function of
 * its argument alone; what it remembers makes it quick, and may be older or newer than that.
 */
export class SortedView {
  private readonly difference = new MemoryDifference();
  private readonly matches: (memory: Memory) => boolean;
  private readonly compare: Compare;
  private result = viewOf([]);

  constructor(filters: MemoryFilters) {
    this.matches = createMatcher(filters);
    this.compare = sortOrders[filters.sort];
  }

  update(memories: readonly Memory[]): ViewResult {
    const { stale, fresh } = this.difference.update(memories);
    const arriving = fresh.filter(this.matches).sort(this.compare);
    const staying = without(this.result.memories, stale);
    if (arriving.length === 0 && staying === this.result.memories) return this.result;
    this.result = viewOf(merge(staying, arriving, this.compare));
    return this.result;
  }
}

function without(memories: readonly Memory[], stale: Difference["stale"]): readonly Memory[] {
  if (stale.size === 0) return memories;
  const staying = memories.filter((memory) => !stale.has(memory));
  return staying.length === memories.length ? memories : staying;
}

/** Two sorted lists as one. */
function merge(
  staying: readonly Memory[],
  arriving: readonly Memory[],
  compare: Compare,
): readonly Memory[] {
  if (arriving.length === 0) return staying;
  if (staying.length === 0) return arriving;
  const merged: Memory[] = [];
  let next = 0;
  for (const memory of arriving) {
    // Where it belongs is found by halving: merging costs few comparisons even into many.
    const place = placeFor(memory, staying, next, compare);
    for (; next < place; next += 1) {
      const before = staying[next];
      if (before) merged.push(before);
    }
    merged.push(memory);
  }
  for (; next < staying.length; next += 1) {
    const after = staying[next];
    if (after) merged.push(after);
  }
  return merged;
}

/** The first place from `from` on whose memory comes after `memory`. */
function placeFor(
  memory: Memory,
  sorted: readonly Memory[],
  from: number,
  compare: Compare,
): number {
  let low = from;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const other = sorted[middle];
    if (other && compare(other, memory) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

function viewOf(memories: readonly Memory[]): ViewResult {
  let places: Map<string, number> | undefined;
  return {
    memories,
    ids: memories.map(({ id }) => id),
    indexOf: (id) => {
      places ??= new Map(memories.map((memory, index) => [memory.id, index]));
      return places.get(id) ?? -1;
    },
  };
}
