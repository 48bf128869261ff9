import { QueryClient } from "@tanstack/react-query";
import { describe, expect, it } from "vitest";
import { type MemoryFilters, noFilters } from "@/lib/client/filters/memory-filters";
import type { Memory } from "@/lib/contract/memory";
import { loadedMemories, type MemoryPages } from "./memory-cache";
import {
  holdLists,
  listedMemory,
  prependToList,
  refreshLists,
  replaceInLists,
  restoreToLists,
  takeFromLists,
} from "./memory-lists";
import { queryKeys } from "./query-keys";

const memory = (id: string, title = id): Memory => ({
  id,
  title,
  summary: null,
  content: "x",
  contentState: "decrypted",
  tags: [],
  tagIds: [],
  importance: null,
  confidence: null,
  source: null,
  createdAt: "2025-04-04T10:00:00Z",
  updatedAt: "2025-04-04T10:00:00Z",
});

const travel: MemoryFilters = { ...noFilters, tags: ["travel"] };

/** Two lists in one cache: "abc" unfiltered, "cb" of one tag. */
function cache() {
  const client = new QueryClient();
  const put = (filters: MemoryFilters, ids: string) =>
    client.setQueryData<MemoryPages>(queryKeys.memories.list(filters), {
      pageParams: [null],
      pages: [{ items: [...ids].map((id) => memory(id)), nextCursor: null }],
    });
  put(noFilters, "abc");
  put(travel, "cb");
  const shown = (filters: MemoryFilters) =>
    loadedMemories(client.getQueryData<MemoryPages>(queryKeys.memories.list(filters)))
      .map(({ title }) => title)
      .join("");
  return { client, shown };
}

describe("lists in the cache", () => {
  it("find a memory in whichever list shows it", () => {
    const { client } = cache();
    expect(listedMemory(client, "c")?.id).toBe("c");
    expect(listedMemory(client, "z")).toBeUndefined();
  });

  it("all show a new version", () => {
    const { client, shown } = cache();
    replaceInLists(client, memory("b", "B"));
    expect([shown(noFilters), shown(travel)]).toEqual(["aBc", "cB"]);
  });

  it("all let go of a memory, and take it back where it stood in each", () => {
    const { client, shown } = cache();
    const places = takeFromLists(client, "b");
    expect([shown(noFilters), shown(travel)]).toEqual(["ac", "c"]);
    restoreToLists(client, places);
    expect([shown(noFilters), shown(travel)]).toEqual(["abc", "cb"]);
  });

  it("take back one of two that were deleted at the same time", () => {
    const { client, shown } = cache();
    const first = takeFromLists(client, "a");
    takeFromLists(client, "b");
    restoreToLists(client, first);
    expect([shown(noFilters), shown(travel)]).toEqual(["ac", "c"]);
  });

  it("show a new memory first, in the unfiltered list alone", () => {
    const { client, shown } = cache();
    prependToList(client, memory("n"));
    expect([shown(noFilters), shown(travel)]).toEqual(["nabc", "cb"]);
  });

  it("that show something are held before a change, those that do not go on loading", async () => {
    const { client } = cache();
    const never = () => new Promise<MemoryPages>(() => undefined);
    const filters: MemoryFilters = { ...noFilters, q: "x" };
    client
      .fetchQuery({ queryKey: queryKeys.memories.list(noFilters), queryFn: never })
      .catch(() => undefined);
    void client.fetchQuery({ queryKey: queryKeys.memories.list(filters), queryFn: never });
    const status = (of: MemoryFilters) =>
      client.getQueryState(queryKeys.memories.list(of))?.fetchStatus;
    expect([status(noFilters), status(filters)]).toEqual(["fetching", "fetching"]);
    await holdLists(client).catch(() => undefined);
    expect([status(noFilters), status(filters)]).toEqual(["idle", "fetching"]);
  });

  it("are all out of date after a write", () => {
    const { client } = cache();
    refreshLists(client);
    const stale = [noFilters, travel].map(
      (filters) => client.getQueryState(queryKeys.memories.list(filters))?.isInvalidated,
    );
    expect(stale).toEqual([true, true]);
  });
});
