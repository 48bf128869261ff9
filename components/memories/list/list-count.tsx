"use client";

import type { useMemories } from "@/lib/client/memories";
import { countText } from "./count-text";

/** How many memories are shown, announced when it changes. Memoram never says how many there are. */
export function ListCount({ list }: { list: ReturnType<typeof useMemories> }) {
  return (
    <p role="status" className="truncate text-ink-3 text-note">
      {countText({
        count: list.data?.length ?? null,
        isComplete: !list.hasNextPage,
        isSearching: list.isPlaceholderData && list.isFetching,
        isFailed: list.isError && !list.isFetchNextPageError,
      })}
    </p>
  );
}
