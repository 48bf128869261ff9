import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo, useSyncExternalStore } from "react";
import { filterKey, parseFilters } from "@/lib/client/filters/filter-address";
import type { MemoryFilters } from "@/lib/client/filters/memory-filters";
import type { Collection } from "./collection";
import { collectionOf, countsOf, viewFor } from "./collection-of";
import type { Counts } from "./counts";
import { type CollectionSnapshot, emptyCollection } from "./snapshot";
import type { ViewResult } from "./sorted-view";

/** The tab's collection itself, for `refresh`, `get`, `whenComplete`. */
export function useCollectionStore(): Collection {
  return collectionOf(useQueryClient());
}

const serverSnapshot = () => emptyCollection;

/** The collection at this moment. Begins to read it when nobody has. */
export function useCollection(): CollectionSnapshot {
  const collection = useCollectionStore();
  const snapshot = useSyncExternalStore(
    collection.subscribe,
    collection.getSnapshot,
    serverSnapshot,
  );
  const isIdle = snapshot.status === "idle";
  useEffect(() => {
    if (isIdle) collection.start();
  }, [collection, isIdle]);
  return snapshot;
}

/** What filters let through, in their order; `isExact` once nothing can be missing from it. */
export type CollectionView = ViewResult & {
  readonly count: number;
  readonly isExact: boolean;
  readonly snapshot: CollectionSnapshot;
};

/**
 * The memories that `filters` let through. The same filters and memories give the same arrays.
 * Until everything is here, the server is asked for the first page of these filters too.
 */
export function useCollectionView(filters: MemoryFilters): CollectionView {
  const client = useQueryClient();
  const collection = collectionOf(client);
  const snapshot = useSyncExternalStore(
    collection.subscribe,
    collection.getSnapshot,
    serverSnapshot,
  );
  const isComplete = snapshot.completedAt !== null;
  const isIdle = snapshot.status === "idle";
  const key = filterKey(filters);
  useEffect(() => {
    if (isIdle || !isComplete) collection.start(parseFilters(new URLSearchParams(key)));
  }, [collection, key, isIdle, isComplete]);
  const view = viewFor(client, filters).update(snapshot.memories);
  return useMemo(
    () => ({ ...view, count: view.memories.length, isExact: isComplete, snapshot }),
    [view, isComplete, snapshot],
  );
}

/** How many there are of each view, tag and source, whatever the list is narrowed to. */
export function useCounts(): Counts {
  const counts = countsOf(useQueryClient());
  return counts.update(useCollection().memories);
}
