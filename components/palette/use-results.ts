"use client";

import { useMemo } from "react";
import { useMemoryRoute } from "@/components/memories/use-memory-route";
import { useCollection } from "@/lib/client/collection/use-collection";
import { parseSearch } from "@/lib/client/search/parse-search";
import type { Memory } from "@/lib/contract/memory";
import { fittingTags, type PaletteTag } from "./choice";
import { recentOnes } from "./recent";
import { useMemorySearch } from "./use-memory-search";
import { usePaletteTags } from "./use-palette-tags";

export type RecentRow = { memory: Memory } | { tag: PaletteTag };

const none: readonly never[] = [];

/** What of the person's tags and memories fits what is typed; before that, what was recent. */
export function useResults(typed: string) {
  const { view } = useMemoryRoute();
  const { memories } = useCollection();
  const tags = usePaletteTags();
  const { hits, isDone } = useMemorySearch(typed, memories);
  const search = useMemo(() => parseSearch(typed), [typed]);
  const openId = view.kind === "memory" ? view.id : null;
  const isEmpty = typed === "";
  const recent = useMemo(() => {
    if (!isEmpty) return none;
    return recentOnes().flatMap((one): RecentRow[] => {
      if (one.kind === "tag") {
        const tag = tags.find(({ name }) => name === one.name);
        return tag ? [{ tag }] : [];
      }
      // The one that is open needs no way there.
      const memory = one.id !== openId && memories.find(({ id }) => id === one.id);
      return memory ? [{ memory }] : [];
    });
  }, [isEmpty, tags, memories, openId]);
  const fitting = useMemo(
    () => (isEmpty ? none : fittingTags(tags, typed)),
    [isEmpty, tags, typed],
  );
  return {
    search,
    recent,
    tags: fitting,
    memories: isEmpty ? none : hits.top,
    /** How many memories there are of which `memories` are the first. */
    count: isEmpty ? 0 : hits.count,
    isDone,
  };
}
