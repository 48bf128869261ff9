"use client";

import { useMemo } from "react";
import { useCollection, useCounts } from "@/lib/client/collection/use-collection";
import type { MemoryFilters } from "@/lib/client/filters/memory-filters";
import { useTags } from "@/lib/client/tags";
import type { Counted } from "./narrowed";

/**
 * Every tag that can be filtered by, in no order: those that memories have, those chosen, and while
 * memories are still being read also the other ones that Memoram holds.
 */
export function useTagList({ tags: must, not }: MemoryFilters) {
  const { data, error, isPending, refetch } = useTags();
  const counts = useCounts().tags;
  const { completedAt, loaded } = useCollection();
  const isExact = completedAt !== null;
  const list = useMemo(() => {
    const known = new Map<string, number>();
    for (const { name, isEnabled } of data ?? []) if (isEnabled && !isExact) known.set(name, 0);
    for (const name of [...must, ...not]) known.set(name, 0);
    for (const [name, { count }] of counts) known.set(name, count);
    return [...known] satisfies Counted[];
  }, [data, counts, must, not, isExact]);
  const colors = useMemo(
    () => new Map((data ?? []).map(({ name, color }) => [name, color])),
    [data],
  );
  return {
    list,
    colors,
    isExact,
    isLoading: list.length === 0 && (isPending || (!isExact && loaded === 0)),
    error: list.length === 0 ? error : null,
    refetch,
  };
}
