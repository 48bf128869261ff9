"use client";

import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import type { useTrash } from "@/lib/client/trash";
import type { TrashItem } from "@/lib/contract/trash";
import { TrashRow } from "./trash-row";
import { deletedIdOf } from "./use-kept-focus";
import { useTrashRows } from "./use-trash-rows";
import type { TrashSelection } from "./use-trash-selection";

/** Safari does not tell of a list without bullets unless it is told twice. */
const spokenAsList = { role: "list" } as const;

/** With so few rows left below, the next page is read. */
const AHEAD = 15;

type TrashRowsProps = {
  items: readonly TrashItem[];
  ids: readonly string[];
  total: number;
  trash: ReturnType<typeof useTrash>;
  now: number | null;
  selection: TrashSelection;
  onOpen: (item: TrashItem) => void;
  onRestore: (item: TrashItem) => Promise<void>;
  onErase: (item: TrashItem) => void;
};

/** Any number of deleted memories, of which those in sight are in the page. */
export function TrashRows({ items, ids, total, trash, selection, ...row }: TrashRowsProps) {
  const t = useTranslations("trash");
  const list = useRef<HTMLUListElement>(null);
  const [focusedId, setFocusedId] = useState<string | null>(null);
  const rows = useTrashRows({ ids, list, focusedId });
  const shown = rows.getVirtualItems();
  useReadAhead(trash, (shown.at(-1)?.index ?? -1) >= items.length - AHEAD);
  return (
    <ul
      ref={list}
      {...spokenAsList}
      aria-label={t("list")}
      onFocus={({ target }) => setFocusedId(deletedIdOf(target))}
      className="relative"
      style={{ blockSize: rows.getTotalSize() }}
    >
      {shown.map(({ index, key, start }) => {
        const item = items[index];
        if (!item) return null;
        return (
          <li
            key={key}
            ref={rows.measureElement}
            data-index={index}
            data-deleted={item.memory.id}
            aria-setsize={total}
            aria-posinset={index + 1}
            className="absolute inset-x-0 top-0 contain-[layout_style]"
            style={{ transform: `translateY(${start - rows.options.scrollMargin}px)` }}
          >
            <TrashRow
              item={item}
              isSelected={selection.has(item.memory.id)}
              onToggle={selection.toggle}
              {...row}
            />
          </li>
        );
      })}
    </ul>
  );
}

/** Reads the next page before somebody comes to the end; where one failed they are asked instead. */
function useReadAhead(trash: ReturnType<typeof useTrash>, isNearEnd: boolean): void {
  const { hasNextPage, isFetching, isFetchNextPageError, fetchNextPage } = trash;
  const isDue = isNearEnd && hasNextPage && !isFetching && !isFetchNextPageError;
  useEffect(() => {
    if (isDue) void fetchNextPage();
  }, [isDue, fetchNextPage]);
}
