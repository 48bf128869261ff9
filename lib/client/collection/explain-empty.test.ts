import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { activeFilters } from "@/lib/client/filters/active-filters";
import { parseFilters } from "@/lib/client/filters/filter-address";
import { createMatcher } from "@/lib/client/filters/matcher";
import { noFilters } from "@/lib/client/filters/memory-filters";
import { anyFilters } from "@/lib/client/testing/filters";
import { anyMemories, memoryOf } from "@/lib/client/testing/memories";
import { explainEmpty } from "./explain-empty";

const explained = (query: string, ...memories: Parameters<typeof explainEmpty>[0]) =>
  explainEmpty(memories, parseFilters(new URLSearchParams(query))).map(({ filter, count }) => [
    filter.key,
    count,
  ]);

describe("explainEmpty", () => {
  const red = memoryOf({ id: "a", tags: ["red"], title: "One" });
  const other = memoryOf({ id: "b", tags: ["red"], title: "Two" });
  const important = memoryOf({ id: "c", title: "Three", importance: 1 });

  it("names the filter whose removal helps, the most helpful first", () => {
    const memories = [red, other, important];
    expect(explained("tags=red&view=important", ...memories)).toEqual([
      ["view", 2],
      ["tag:red", 1],
    ]);
    expect(explained("q=two&not=red", red, other)).toEqual([["not-tag:red", 1]]);
  });

  it("names none where only several together would help, nor where nothing is filtered", () => {
    expect(explained("q=nowhere&tags=blue", red)).toEqual([]);
    expect(explainEmpty([red], noFilters)).toEqual([]);
    expect(explained("tags=blue")).toEqual([]);
  });

  it("counts what is there without each filter, whenever nothing is left", () => {
    fc.assert(
      fc.property(anyFilters, anyMemories, (filters, memories) => {
        fc.pre(!memories.some(createMatcher(filters)));
        const ways = new Map(
          explainEmpty(memories, filters).map(({ filter, count }) => [filter.key, count]),
        );
        for (const filter of activeFilters(filters)) {
          const without = memories.filter(createMatcher(filter.without(filters)));
          expect(ways.get(filter.key) ?? 0).toBe(without.length);
        }
      }),
      { numRuns: 500 },
    );
  });
});
