"use client";

import { ChevronDown, ChevronUp } from "lucide-react";
import { memoryHref } from "@/components/memories/memory-route";
import { goTo } from "@/components/memories/use-memory-route";
import { IconButton } from "@/components/ui/icon-button";
import type { MemoryFilters } from "@/lib/client/filters/memory-filters";
import { useMemories } from "@/lib/client/memories";

type PagerProps = { id: string; filters: MemoryFilters };

/** Through the list without going back to it. At the end of what is loaded it loads the next page. */
export function Pager({ id, filters }: PagerProps) {
  const {
    data: memories = [],
    hasNextPage,
    isFetchingNextPage,
    fetchNextPage,
  } = useMemories(filters);
  const index = memories.findIndex((memory) => memory.id === id);
  const isListed = index >= 0;
  const open = (next: { id: string } | undefined) => {
    // In place of the present address: Back leads to the list, not through every memory.
    if (next) goTo(memoryHref(next.id, filters), { replace: true });
  };
  const openNext = async () => {
    const loaded = memories[index + 1];
    open(loaded ?? (await fetchNextPage()).data?.[index + 1]);
  };
  return (
    <div className="flex items-center gap-1.5">
      <IconButton
        label="Previous memory"
        disabled={index <= 0}
        onClick={() => open(memories[index - 1])}
      >
        <ChevronUp aria-hidden="true" />
      </IconButton>
      <IconButton
        label="Next memory"
        disabled={!isListed || (index === memories.length - 1 && !hasNextPage)}
        pending={isFetchingNextPage}
        onClick={() => void openNext()}
      >
        <ChevronDown aria-hidden="true" />
      </IconButton>
      {isListed && (
        <span className="whitespace-nowrap text-ink-3 text-note @max-md/toolbar:sr-only">
          {index + 1} of {memories.length}
          {hasNextPage && " loaded"}
        </span>
      )}
    </div>
  );
}
