"use client";

import { WifiOff } from "lucide-react";
import type { RefObject } from "react";
import { ErrorState } from "@/components/memories/error-state";
import { LIST_HEADING_ID } from "@/components/memories/use-return-focus";
import { cn } from "@/components/ui/cn";
import { EmptyState } from "@/components/ui/empty-state";
import { isAccessProblem } from "@/lib/client/describe-error";
import { hasFilters, type MemoryFilters } from "@/lib/client/filters/memory-filters";
import type { useMemories } from "@/lib/client/memories";
import { useTagColors } from "@/lib/client/tags";
import { FilteredEmpty, NothingKept } from "./empty-lists";
import { ListSkeleton } from "./list-skeleton";
import { LoadMore } from "./load-more";
import { MemoryRow } from "./memory-row";
import { StaleNotice } from "./stale-notice";

type MemoryListProps = {
  list: ReturnType<typeof useMemories>;
  filters: MemoryFilters;
  selectedId: string | null;
  scroller: RefObject<HTMLDivElement | null>;
};

/** The loaded memories, or in their place what kept them away. A failure is never an empty list. */
export function MemoryList({ list, filters, selectedId, scroller }: MemoryListProps) {
  const colors = useTagColors();
  const memories = list.data;

  if (list.isError && (!memories || isAccessProblem(list.error))) {
    return (
      <ErrorState
        error={list.error}
        what="Your memories could not be read"
        onRetry={() => void list.refetch()}
        retrying={list.isFetching}
      />
    );
  }
  if (!memories) return list.isPaused ? <Waiting /> : <ListSkeleton />;
  if (memories.length === 0 && !list.hasNextPage && !list.isPlaceholderData) {
    return hasFilters(filters) ? <FilteredEmpty filters={filters} /> : <NothingKept />;
  }
  return (
    <>
      <StaleNotice list={list} />
      <ul
        aria-labelledby={LIST_HEADING_ID}
        aria-busy={list.isPlaceholderData}
        className={cn("transition-opacity", list.isPlaceholderData && "opacity-50")}
      >
        {memories.map((memory) => (
          <MemoryRow
            key={memory.id}
            memory={memory}
            filters={filters}
            colors={colors}
            isSelected={memory.id === selectedId}
          />
        ))}
      </ul>
      <LoadMore list={list} scroller={scroller} />
    </>
  );
}

/** The browser knows that it is offline: react-query goes on by itself once it is not. */
function Waiting() {
  return (
    <div role="status">
      <EmptyState icon={<WifiOff />} title="This device is offline">
        <p>Your memories appear as soon as it is connected again.</p>
      </EmptyState>
    </div>
  );
}
