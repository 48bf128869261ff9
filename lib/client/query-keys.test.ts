import { hashKey } from "@tanstack/react-query";
import { describe, expect, it } from "vitest";
import { noFilters } from "@/lib/client/filters/memory-filters";
import { queryKeys } from "./query-keys";

const { memories } = queryKeys;

describe("queryKeys", () => {
  it("puts lists and single memories under one beginning", () => {
    const all = memories.all();
    for (const key of [memories.lists(), memories.list(noFilters), memories.detail("a")]) {
      expect(key.slice(0, all.length)).toEqual(all);
    }
    expect(memories.detail("a")[1]).not.toBe(memories.lists()[1]);
  });

  it("does not depend on the order of tags, and leaves the given list alone", () => {
    const tags = ["b", "a"];
    const one = memories.list({ ...noFilters, tags });
    expect(hashKey(one)).toBe(hashKey(memories.list({ ...noFilters, tags: ["a", "b"] })));
    expect(tags).toEqual(["b", "a"]);
  });

  it("tells different filters apart", () => {
    const keys = [
      memories.list(noFilters),
      memories.list({ ...noFilters, q: "a" }),
      memories.list({ ...noFilters, tags: ["a"] }),
      memories.list({ ...noFilters, importance: { min: 0.5, max: null } }),
    ];
    expect(new Set(keys.map(hashKey)).size).toBe(keys.length);
  });
});
