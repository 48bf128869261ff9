"use client";

import { type KeyboardEvent, type RefObject, useMemo } from "react";
import { LIST_HEADING_ID } from "@/components/memories/use-return-focus";
import { useCommand } from "@/components/shortcuts/use-command";
import type { CollectionView } from "@/lib/client/collection/use-collection";
import { filterKey } from "@/lib/client/filters/filter-address";
import { type MemoryFilters, noFilters } from "@/lib/client/filters/memory-filters";
import { parseSearch } from "@/lib/client/search/parse-search";
import { useSelectionStore } from "@/lib/client/selection/use-selection";
import { useTagColors } from "@/lib/client/tags";
import { useDensity } from "./density";
import { ListNotes } from "./list-notes";
import { MemoryRow } from "./memory-row";
import { useLongPress } from "./use-long-press";
import { useNewAbove } from "./use-new-above";
import { usePlace } from "./use-place";
import { firstInView, rowForKey, rowIdOf, useRowFocus } from "./use-row-focus";
import { useRows } from "./use-rows";

/** Safari does not tell of a list without bullets unless it is told twice. */
const spokenAsList = { role: "list" } as const;

type MemoryRowsProps = {
  view: CollectionView;
  filters: MemoryFilters;
  openId: string | null;
  /** Something is selected, or about to be. */
  isSelecting: boolean;
  scroller: RefObject<HTMLDivElement | null>;
};

/** The list itself: any number of memories, of which those in sight are in the page. */
export function MemoryRows({ view, filters, openId, isSelecting, scroller }: MemoryRowsProps) {
  const { memories, ids, indexOf, isExact, snapshot } = view;
  const colors = useTagColors();
  const density = useDensity();
  const listKey = filterKey(filters);
  const filtersKey = filterKey({ ...filters, sort: noFilters.sort });
  const search = useMemo(() => parseSearch(filters.q), [filters.q]);

  const focus = useRowFocus({ ids, indexOf, openId });
  const pinned = [openId, focus.focusedId];
  const rows = useRows({ ids, indexOf, listKey, density, scroller, pinned });
  const isComplete = isExact || snapshot.status === "failed";
  const isSeeking = usePlace({
    rows,
    indexOf,
    filtersKey,
    listKey,
    openId,
    isComplete,
    scroller,
  });

  const newAbove = useNewAbove({ rows, ids, listKey, isExact, scroller });

  const focusRow = (index: number) => {
    focus.focusRow(index);
    rows.scrollTo(index, "auto");
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (focus.focusedId === null) return;
    const next = rowForKey(event, indexOf(focus.focusedId), ids.length);
    if (next === null) return;
    event.preventDefault();
    focusRow(next);
  };
  /** j and k while nothing is open; then the pager's buttons answer to them. */
  const step = (by: 1 | -1) => {
    const first = firstInView(scroller);
    const from = focus.focusedId === null ? -1 : indexOf(focus.focusedId);
    const next = from >= 0 ? from + by : first === null ? 0 : indexOf(first);
    focusRow(Math.min(Math.max(next, 0), ids.length - 1));
  };
  const mayStep = openId === null && ids.length > 0;
  useCommand("next", mayStep ? () => step(1) : null);
  useCommand("previous", mayStep ? () => step(-1) : null);

  const selection = useSelectionStore();
  const selectable = focus.focusedId ?? openId;
  useCommand("select", selectable === null ? null : () => selection.toggle(selectable));
  const longPress = useLongPress((target) => {
    const id = rowIdOf(target);
    if (id !== null) selection.toggle(id);
  });

  return (
    <>
      <ListNotes isSeeking={isSeeking} newAbove={newAbove} onToTop={() => focusRow(0)} />
      <ul
        {...spokenAsList}
        aria-labelledby={LIST_HEADING_ID}
        onFocus={focus.onFocus}
        onBlur={focus.onBlur}
        onKeyDown={onKeyDown}
        {...longPress}
        className="relative"
        style={{ blockSize: rows.virtualizer.getTotalSize() }}
      >
        {rows.virtualizer.getVirtualItems().map(({ index, key, start }) => {
          const memory = memories[index];
          if (!memory) return null;
          return (
            <li
              key={key}
              ref={rows.virtualizer.measureElement}
              data-index={index}
              data-memory={memory.id}
              // Nobody knows how many there will be while they are being read.
              aria-setsize={isExact ? ids.length : -1}
              aria-posinset={index + 1}
              className="absolute inset-x-0 top-0 contain-[layout_style]"
              style={{ transform: `translateY(${start}px)` }}
            >
              <MemoryRow
                memory={memory}
                filters={filters}
                search={search}
                density={density}
                colors={colors}
                isOpen={memory.id === openId}
                isSelecting={isSelecting}
              />
            </li>
          );
        })}
      </ul>
    </>
  );
}
