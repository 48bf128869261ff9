import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createMatcher } from "@/lib/client/filters/matcher";
import {
  type MemoryFilters,
  noFilters,
  type Sort,
  sorts,
} from "@/lib/client/filters/memory-filters";
import { anyFilters } from "@/lib/client/testing/filters";
import { anyHistory, anyMemories, memoryOf } from "@/lib/client/testing/memories";
import type { Memory } from "@/lib/contract/memory";
import { sortMemories, sortOrders } from "./sort-orders";
import { SortedView } from "./sorted-view";

/** The same from scratch, without anything clever. */
const plainly = (memories: Memory[], filters: MemoryFilters) =>
  memories.filter(createMatcher(filters)).sort(sortOrders[filters.sort]);

describe("SortedView", () => {
  it("is the same after any history as from scratch", () => {
    fc.assert(
      fc.property(anyFilters, anyHistory, (filters, history) => {
        const view = new SortedView(filters);
        for (const memories of history) {
          const { memories: shown, ids, indexOf } = view.update(memories);
          expect(shown).toEqual(plainly(memories, filters));
          expect(ids).toEqual(shown.map(({ id }) => id));
          for (const [index, id] of ids.entries()) expect(indexOf(id)).toBe(index);
          expect(indexOf("nobody")).toBe(-1);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("may be asked about older and newer memories by turns", () => {
    const sort = fc.constantFrom(...sorts);
    fc.assert(
      fc.property(sort, anyHistory, fc.array(fc.nat(5)), (order, history, steps) => {
        const filters = { ...noFilters, sort: order };
        const view = new SortedView(filters);
        for (const step of steps) {
          const memories = history[step % history.length] ?? [];
          expect(view.update(memories).memories).toEqual(plainly(memories, filters));
        }
      }),
    );
  });

  it("stays the same object while nothing in it changes", () => {
    const view = new SortedView({ ...noFilters, tags: ["x"] });
    const tagged = memoryOf({ id: "a", tags: ["x"] });
    const first = view.update([tagged]);
    expect(view.update([tagged, memoryOf({ id: "b" })])).toBe(first);
    expect(view.update([tagged])).toBe(first);
    expect(view.update([{ ...tagged, title: "new" }])).not.toBe(first);
    expect(view.update([]).memories).toEqual([]);
  });

  it("lets go of what no longer matches", () => {
    const view = new SortedView({ ...noFilters, tags: ["x"] });
    view.update([memoryOf({ tags: ["x"] })]);
    expect(view.update([memoryOf({ tags: ["y"] })]).ids).toEqual([]);
  });
});

describe("the orders", () => {
  const ordered = (sort: Sort, ...memories: Memory[]) =>
    memories
      .sort(sortOrders[sort])
      .map(({ id }) => id)
      .join("");

  it("are total: no two memories are equal, and the order of arrival does not matter", () => {
    fc.assert(
      fc.property(fc.constantFrom(...sorts), anyMemories, (sort, memories) => {
        const compare = sortOrders[sort];
        const once = memories.toSorted(compare);
        expect(memories.toReversed().sort(compare)).toEqual(once);
        expect(sortMemories(memories, sort)).toEqual(once);
        for (const [index, memory] of once.entries()) {
          const next = once[index + 1];
          if (next) expect(compare(memory, next)).toBeLessThan(0);
          if (next) expect(compare(next, memory)).toBeGreaterThan(0);
        }
      }),
    );
  });

  const early = { createdAt: "2026-01-01T00:00:00Z", updatedAt: "2026-05-01T00:00:00Z" };
  const late = { createdAt: "2026-02-01T00:00:00+01:00", updatedAt: "2026-04-01T00:00:00Z" };

  it("by time", () => {
    const a = memoryOf({ id: "a", ...early });
    const b = memoryOf({ id: "b", ...late });
    const c = memoryOf({ id: "c", ...late, createdAt: "2026-01-31T23:00:00.000Z" });
    expect(ordered("newest", a, c, b)).toBe("bca");
    expect(ordered("oldest", b, c, a)).toBe("abc");
    expect(ordered("changed", c, b, a)).toBe("abc");
  });

  it("by importance, those without last, equals newest first", () => {
    const a = memoryOf({ id: "a", importance: 0.5, ...early });
    const b = memoryOf({ id: "b", importance: 0.5, ...late });
    const c = memoryOf({ id: "c", importance: 4 });
    const d = memoryOf({ id: "d", importance: null });
    const e = memoryOf({ id: "e", importance: 0 });
    expect(ordered("importance", d, a, e, b, c)).toBe("cbaed");
  });

  it("by title as people sort: numbers by value, accents and cases alike, untitled last", () => {
    const titled = (id: string, title: string | null) => memoryOf({ id, title });
    const list = [
      titled("f", null),
      titled("a", "9 lives"),
      titled("e", "Zebra"),
      titled("g", "  "),
      titled("d", "apple"),
      titled("c", "Äpfel"),
      titled("b", "10 rules"),
    ];
    expect(ordered("title", ...list)).toBe("abcdefg");
    expect(ordered("title", titled("b", "École"), titled("a", "ecole"))).toBe("ab");
  });
});
