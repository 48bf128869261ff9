import { createMatcher } from "@/lib/client/filters/matcher";
import type { MemoryFilters, Sort } from "@/lib/client/filters/memory-filters";
import type { Memory } from "@/lib/contract/memory";
import { differenceOf } from "./memory-difference";
import { type Compare, sortMemories, sortOrders } from "./sort-orders";

/** What filters let through, in their order. Never changed in place. */
export type ViewResult = {
  readonly memories: readonly Memory[];
  readonly ids: readonly string[];
  /** Where a memory stands; -1 for one that is not there. */
  readonly indexOf: (id: string) => number;
};

/** As few as this are put in or taken out one by one; more are worth a way through the list. */
const FEW = 32;

const MANY = 1_000;

/**
 * What one set of filters lets through, kept in step with the collection: only memories that came,
 * went or changed since are tested and sorted, the rest stays as it is. `update` is a function of
 * its argument alone; what it remembers makes it quick, and may be older or newer than that.
 */
export class SortedView {
  private readonly matches: (memory: Memory) => boolean;
  private readonly sort: Sort;
  private last: readonly Memory[] = [];
  private result = viewOf([]);

  constructor(filters: MemoryFilters) {
    this.matches = createMatcher(filters);
    this.sort = filters.sort;
  }

  update(memories: readonly Memory[]): ViewResult {
    if (memories === this.last) return this.result;
    const { stale, fresh } = differenceOf(this.last, memories);
    this.last = memories;
    const arriving = fresh.filter(this.matches);
    const staying = this.without(stale);
    if (arriving.length === 0 && staying === this.result.memories) return this.result;
    this.result = viewOf(merge(staying, sortMemories(arriving, this.sort), sortOrders[this.sort]));
    return this.result;
  }

  private without(stale: readonly Memory[]): readonly Memory[] {
    const { memories } = this.result;
    if (stale.length > FEW) {
      const gone = new Set(stale);
      const staying = memories.filter((memory) => !gone.has(memory));
      return staying.length < memories.length ? staying : memories;
    }
    const gone = stale.filter(this.matches);
    if (gone.length === 0) return memories;
    const staying = [...memories];
    for (const memory of gone) {
      const at = staying.indexOf(memory);
      if (at >= 0) staying.splice(at, 1);
    }
    return staying;
  }
}

/** Two sorted lists as one. */
function merge(
  staying: readonly Memory[],
  arriving: readonly Memory[],
  compare: Compare,
): readonly Memory[] {
  if (arriving.length === 0) return staying;
  if (staying.length === 0) return arriving;
  const parts: (readonly Memory[])[] = [];
  let next = 0;
  for (const memory of arriving) {
    // Where it belongs is found by halving: merging costs few comparisons even into many.
    const place = placeFor(memory, staying, next, compare);
    if (place > next) parts.push(staying.slice(next, place));
    parts.push([memory]);
    next = place;
  }
  parts.push(staying.slice(next));
  // Many arguments do not fit; for few, `concat` is thirty times as fast.
  return parts.length > MANY ? parts.flat() : staying.slice(0, 0).concat(...parts);
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
