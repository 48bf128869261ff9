"use client";

import type { MemoryFilters } from "@/lib/client/filters/memory-filters";
import type { useMemories } from "@/lib/client/memories";
import { FilterChips } from "./filter-chips";
import { FilterPopover } from "./filter-popover";
import { ListCount } from "./list-count";
import { SearchBox } from "./search-box";

type ListHeaderProps = {
  filters: MemoryFilters;
  list: ReturnType<typeof useMemories>;
  /** The filters have changed: another list begins. */
  onChange: () => void;
};

export function ListHeader({ filters, list, onChange }: ListHeaderProps) {
  return (
    <div className="border-line border-b px-[18px] pt-4 pb-1.5 md:px-4 pointer-coarse:pb-0">
      <SearchBox q={filters.q} onChange={onChange} />
      <FilterChips filters={filters} onChange={onChange} />
      <div className="mt-1.5 flex min-h-8 items-center justify-between gap-3">
        <ListCount list={list} />
        <FilterPopover filters={filters} onChange={onChange} />
      </div>
    </div>
  );
}
