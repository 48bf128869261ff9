import { hashKey, type QueryClient } from "@tanstack/react-query";
import { noFilters } from "@/lib/client/filters/memory-filters";
import type { Memory } from "@/lib/contract/memory";
import {
  findMemory,
  type MemoryPages,
  type Place,
  placeOf,
  prependMemory,
  removeMemory,
  replaceMemory,
  restoreMemory,
} from "./memory-cache";
import { queryKeys } from "./query-keys";

/** Where a memory stood in the list under a key. */
export type ListPlace = readonly [key: readonly unknown[], place: Place];

const listsOf = (client: QueryClient) =>
  client.getQueriesData<MemoryPages>({ queryKey: queryKeys.memories.lists() });

/** The memory as some loaded list shows it. */
export function listedMemory(client: QueryClient, id: string): Memory | undefined {
  for (const [, pages] of listsOf(client)) {
    const found = findMemory(pages, id);
    if (found) return found;
  }
  return undefined;
}

/** Puts a version of a memory in place of the older one, wherever it is listed. */
export function replaceInLists(client: QueryClient, memory: Memory): void {
  client.setQueriesData<MemoryPages>(
    { queryKey: queryKeys.memories.lists() },
    (pages) => pages && replaceMemory(pages, memory),
  );
}

/** Takes a memory out of every list, and tells where it stood in each. */
export function takeFromLists(client: QueryClient, id: string) {
  const places: ListPlace[] = [];
  for (const [key, pages] of listsOf(client)) {
    const place = placeOf(pages, id);
    if (!pages || !place) continue;
    places.push([key, place]);
    client.setQueryData(key, removeMemory(pages, id));
  }
  return places;
}

/**
 * Before a change by hand: an answer on its way would undo it. Lists that show nothing yet go on
 * loading, since there is nothing to change and nobody would start them again.
 */
export function holdLists(client: QueryClient): Promise<void> {
  return client.cancelQueries({
    queryKey: queryKeys.memories.lists(),
    predicate: ({ state }) => state.data !== undefined,
  });
}

/**
 * After a write: filtered lists may have gained or lost a row, only Memoram knows. The unfiltered
 * one was mended by hand already and is read again when next opened; if it was still on its way,
 * it starts again, since its answer may be older than the write.
 */
export function refreshLists(client: QueryClient): void {
  const unfiltered = hashKey(queryKeys.memories.list(noFilters));
  void client.invalidateQueries({
    queryKey: queryKeys.memories.lists(),
    predicate: ({ queryHash, state }) => queryHash !== unfiltered || state.data === undefined,
  });
  void client.invalidateQueries({
    queryKey: queryKeys.memories.list(noFilters),
    refetchType: "none",
  });
}

/** Undoes `takeFromLists`, even where a list has changed since. */
export function restoreToLists(client: QueryClient, places: readonly ListPlace[]): void {
  for (const [key, place] of places) {
    client.setQueryData<MemoryPages>(key, (pages) => pages && restoreMemory(pages, place));
  }
}

/** Shows a new memory at the head of the unfiltered list, where the person looks for it. */
export function prependToList(client: QueryClient, memory: Memory): void {
  client.setQueryData<MemoryPages>(
    queryKeys.memories.list(noFilters),
    (pages) => pages && prependMemory(pages, memory),
  );
}
