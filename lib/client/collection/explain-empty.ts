import { type ActiveFilter, activeFilters } from "@/lib/client/filters/active-filters";
import { conditionsOf } from "@/lib/client/filters/matcher";
import type { MemoryFilters } from "@/lib/client/filters/memory-filters";
import type { Memory } from "@/lib/contract/memory";

/** `count`: how many memories would be there without `filter` alone; always more than none. */
export type WayOut = { filter: ActiveFilter; count: number };

/**
 * Why nothing is left: each filter whose removal alone would bring memories back, the most first.
 * Empty when only several together would, or when there are no filters or no memories.
 */
export function explainEmpty(memories: readonly Memory[], filters: MemoryFilters): WayOut[] {
  // The search costs most: it is asked last, and only where nothing else decides.
  const conditions = conditionsOf(filters).sort(
    (a, b) => Number(a.filter.kind === "search") - Number(b.filter.kind === "search"),
  );
  const counts = new Map(conditions.map(({ filter }) => [filter.key, 0]));
  for (const memory of memories) {
    // A memory comes back when the filter taken away is the only one that it does not pass.
    let only: string | null = null;
    let failed = 0;
    for (const { filter, test } of conditions) {
      if (test(memory)) continue;
      failed += 1;
      if (failed > 1) break;
      only = filter.key;
    }
    if (failed === 1 && only !== null) counts.set(only, (counts.get(only) ?? 0) + 1);
  }
  return activeFilters(filters)
    .map((filter) => ({ filter, count: counts.get(filter.key) ?? 0 }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
}
