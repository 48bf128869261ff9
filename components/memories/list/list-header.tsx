"use client";

import { FilterButton } from "@/components/filters/filter-button";
import { FilterChips } from "@/components/filters/filter-chips";
import type { CollectionView } from "@/lib/client/collection/use-collection";
import type { MemoryFilters } from "@/lib/client/filters/memory-filters";
import { ListCount } from "./list-count";
import { ListMenu } from "./list-menu";
import { ProgressLine } from "./progress-line";
import { SearchBox } from "./search-box";

type ListHeaderProps = { filters: MemoryFilters; view: CollectionView; onSelect: () => void };

/** What the list is narrowed to, how many that leaves, and its order: always there. */
export function ListHeader({ filters, view, onSelect }: ListHeaderProps) {
  return (
    <div className="relative shrink-0 border-line border-b px-[18px] pt-4 pb-1.5 md:px-4 pointer-coarse:pb-0">
      <div className="flex gap-2">
        <SearchBox q={filters.q} />
        <FilterButton filters={filters} view={view} />
      </div>
      <FilterChips filters={filters} />
      <div className="mt-1.5 flex min-h-8 items-center justify-between gap-3">
        <ListCount view={view} filters={filters} />
        <ListMenu sort={filters.sort} onSelect={onSelect} />
      </div>
      <ProgressLine snapshot={view.snapshot} />
    </div>
  );
}
