import { describe, expect, it } from "vitest";
import type { Memory } from "@/lib/contract/memory";
import {
  findMemory,
  loadedMemories,
  type MemoryPages,
  placeOf,
  prependMemory,
  removeMemory,
  replaceMemory,
  restoreMemory,
} from "./memory-cache";

function memory(id: string, title = id): Memory {
  return {
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
  };
}

function pagesOf(...pages: string[]): MemoryPages {
  return {
    pageParams: pages.map((_, index) => (index === 0 ? null : String(index))),
    pages: pages.map((ids, index) => ({
      items: [...ids].map((id) => memory(id)),
      nextCursor: index < pages.length - 1 ? String(index + 1) : null,
    })),
  };
}

const ids = (pages: MemoryPages) =>
  pages.pages.map(({ items }) => items.map(({ id }) => id).join(""));

describe("loadedMemories", () => {
  it("joins the pages and shows a memory once that two pages carry", () => {
    expect(loadedMemories(pagesOf("abc", "cde")).map(({ id }) => id)).toEqual([..."abcde"]);
  });

  it("is empty while nothing is loaded", () => {
    expect(loadedMemories(undefined)).toEqual([]);
  });
});

describe("replaceMemory", () => {
  it("puts the new version in the old one's place", () => {
    const pages = replaceMemory(pagesOf("ab", "cd"), memory("c", "new"));
    expect(ids(pages)).toEqual(["ab", "cd"]);
    expect(findMemory(pages, "c")?.title).toBe("new");
  });

  it("gives back the very list when the memory is not in it", () => {
    const pages = pagesOf("ab");
    expect(replaceMemory(pages, memory("z"))).toBe(pages);
  });
});

describe("removing and restoring", () => {
  it.each([
    ["a", null],
    ["b", "a"],
    ["c", "b"],
    ["d", "c"],
  ])("%s comes back behind %s", (id, after) => {
    const before = pagesOf("ab", "cd");
    const place = placeOf(before, id);
    expect(place?.after).toBe(after);
    const removed = removeMemory(before, id);
    expect(findMemory(removed, id)).toBeUndefined();
    const back = place && restoreMemory(removed, place);
    expect(loadedMemories(back ?? undefined).map((item) => item.id)).toEqual([..."abcd"]);
  });

  it("brings one back without reviving another that was deleted meanwhile", () => {
    const before = pagesOf("abc");
    const place = placeOf(before, "b");
    const bothGone = removeMemory(removeMemory(before, "b"), "a");
    expect(place && ids(restoreMemory(bothGone, place))).toEqual(["bc"]);
  });

  it("does not double a memory that a refetch has brought back already", () => {
    const before = pagesOf("abc");
    const place = placeOf(before, "b");
    expect(place && restoreMemory(before, place)).toBe(before);
  });

  it("removes every copy of a memory that two pages carry", () => {
    expect(ids(removeMemory(pagesOf("ab", "bc"), "b"))).toEqual(["a", "c"]);
  });

  it("knows no place for a memory that is not there", () => {
    expect(placeOf(pagesOf("a"), "z")).toBeNull();
    expect(placeOf(undefined, "z")).toBeNull();
  });
});

describe("prependMemory", () => {
  it("puts a new memory first, once", () => {
    const pages = prependMemory(pagesOf("ab", "c"), memory("n"));
    expect(ids(pages)).toEqual(["nab", "c"]);
    expect(prependMemory(pages, memory("n"))).toBe(pages);
  });
});
