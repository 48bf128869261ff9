"use client";

import { BookOpen, Plus, SearchX } from "lucide-react";
import { MemoriesButton } from "@/components/memories/memories-button";
import { newHref } from "@/components/memories/memory-route";
import { changeFilters } from "@/components/memories/use-memory-route";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { type MemoryFilters, noFilters } from "@/lib/client/filters/memory-filters";
import { describeFilters } from "./describe-filters";

/** Nobody has stored anything for this person yet. */
export function NothingKept() {
  return (
    <EmptyState
      icon={<BookOpen />}
      title="Nothing is kept about you yet"
      actions={
        <MemoriesButton href={newHref(noFilters)} variant="primary">
          <Plus aria-hidden="true" />
          Write the first one
        </MemoriesButton>
      }
    >
      <p>
        What AI tools remember about you through Memoram appears here. You can also write a memory
        yourself, for them to find.
      </p>
    </EmptyState>
  );
}

/** There may be memories, but none passes all filters. */
export function FilteredEmpty({ filters }: { filters: MemoryFilters }) {
  return (
    <EmptyState
      icon={<SearchX />}
      title="No memory fits"
      actions={<Button onClick={() => changeFilters(() => noFilters)}>Clear filters</Button>}
    >
      <p className="break-words">None is {describeFilters(filters)}.</p>
      {filters.q && (
        <p className="mt-2 text-ink-3 text-note">
          Memoram’s search looks in titles and summaries. It cannot see inside encrypted content.
        </p>
      )}
    </EmptyState>
  );
}
