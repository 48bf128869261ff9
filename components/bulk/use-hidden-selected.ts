"use client";

import { useMemo } from "react";
import { useCollectionView } from "@/lib/client/collection/use-collection";
import type { MemoryFilters } from "@/lib/client/filters/memory-filters";
import { useSelection } from "@/lib/client/selection/use-selection";

/**
 * How many of the selected memories are not in the list that `filters` show: a selection outlives a
 * change of filters, and what nobody sees must not be changed unawares.
 */
export function useHiddenSelected(filters: MemoryFilters): number {
  const { ids } = useCollectionView(filters);
  const { count, has } = useSelection();
  return useMemo(() => {
    let seen = 0;
    for (const id of ids) if (has(id)) seen += 1;
    return Math.max(0, count - seen);
  }, [ids, count, has]);
}
