import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { viewTests } from "@/lib/client/filters/matcher";
import { anyHistory, memoryOf } from "@/lib/client/testing/memories";
import type { Memory } from "@/lib/contract/memory";
import { RunningCounts } from "./counts";
import { momentOf } from "./sort-orders";

const tagsOf = (memories: Memory[]) => [...new Set(memories.flatMap(({ tags }) => tags))].sort();

describe("RunningCounts", () => {
  it("is the same after any history as counted from scratch", () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        const counts = new RunningCounts();
        for (const memories of history) {
          const { tags, sources, ...views } = counts.update(memories);
          expect(views).toEqual({
            all: memories.length,
            untagged: memories.filter(viewTests.untagged).length,
            important: memories.filter(viewTests.important).length,
            unsealed: memories.filter(viewTests.unsealed).length,
          });
          expect([...tags.keys()].sort()).toEqual(tagsOf(memories));
          for (const [name, { count, lastUsed }] of tags) {
            const carriers = memories.filter((memory) => memory.tags.includes(name));
            expect(count).toBe(carriers.length);
            const times = carriers.map(({ updatedAt }) => momentOf(updatedAt));
            expect(momentOf(lastUsed)).toBe(Math.max(...times));
          }
          for (const [name, count] of sources) {
            expect(count).toBe(memories.filter(({ source }) => source === name).length);
          }
          expect(sources.size).toBe(
            new Set(memories.map(({ source }) => source || "")).size -
              Number(memories.some(({ source }) => !source)),
          );
        }
      }),
      { numRuns: 500 },
    );
  });

  it("stays the same object while nothing changes", () => {
    const counts = new RunningCounts();
    const memory = memoryOf({ tags: ["a", "a"], source: "x" });
    const first = counts.update([memory]);
    expect(first.tags.get("a")?.count).toBe(1);
    expect(counts.update([memory])).toBe(first);
  });
});
