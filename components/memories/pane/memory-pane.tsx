"use client";

import { ErrorState } from "@/components/memories/error-state";
import { EditMemory } from "@/components/memories/form/edit-memory";
import { isApiError } from "@/lib/client/errors";
import { useMemory } from "@/lib/client/memories";
import type { MemoryFilters } from "@/lib/client/memory-filters";
import { PaneSkeleton } from "./pane-skeleton";
import { NoSuchMemory } from "./pane-states";
import { ReadingPane } from "./reading-pane";

type MemoryPaneProps = { id: string; editing: boolean; filters: MemoryFilters };

/** One memory, read or edited. Editing waits for the version with its ETag, reading does not. */
export function MemoryPane({ id, editing, filters }: MemoryPaneProps) {
  const { data, error, isError, isFetching, isPlaceholderData, refetch } = useMemory(id);
  if (isApiError(error, "not-found")) return <NoSuchMemory filters={filters} />;
  if (!data && isError) {
    return (
      <ErrorState
        className="grid h-full content-center"
        error={error}
        what="This memory could not be read"
        onRetry={() => void refetch()}
        retrying={isFetching}
      />
    );
  }
  if (!data || (editing && isPlaceholderData)) return <PaneSkeleton filters={filters} />;
  if (editing) return <EditMemory version={data} filters={filters} />;
  return <ReadingPane version={data} filters={filters} />;
}
