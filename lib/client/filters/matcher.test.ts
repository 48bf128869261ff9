import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyFilters } from "@/lib/client/testing/filters";
import { anyMemory, memoryOf } from "@/lib/client/testing/memories";
import { midnight } from "./days";
import { parseFilters } from "./filter-address";
import { conditionsOf, createMatcher } from "./matcher";

const lets = (query: string, fields: Parameters<typeof memoryOf>[0]) =>
  createMatcher(parseFilters(new URLSearchParams(query)))(memoryOf(fields));

describe("createMatcher", () => {
  it("knows the views", () => {
    expect(lets("view=untagged", {})).toBe(true);
    expect(lets("view=untagged", { tags: ["a"] })).toBe(false);
    expect(lets("view=important", { importance: 0.8 })).toBe(true);
    expect(lets("view=important", { importance: 4 })).toBe(true);
    expect(lets("view=important", { importance: 0.79 })).toBe(false);
    expect(lets("view=important", {})).toBe(false);
    expect(lets("view=unsealed", { contentState: "plaintext" })).toBe(true);
    expect(lets("view=unsealed", { contentState: "undecryptable" })).toBe(true);
    expect(lets("view=unsealed", {})).toBe(false);
  });

  it("wants all tags of one kind and none of the other, by the letter", () => {
    expect(lets("tags=a,b", { tags: ["b", "c", "a"] })).toBe(true);
    expect(lets("tags=a,b", { tags: ["a"] })).toBe(false);
    expect(lets("tags=a", { tags: ["A"] })).toBe(false);
    expect(lets("not=a,b", { tags: ["c"] })).toBe(true);
    expect(lets("not=a,b", { tags: ["c", "b"] })).toBe(false);
    expect(lets("tags=a\\,b", { tags: ["a,b"] })).toBe(true);
  });

  it("counts both ends of a range, and what has no level lies in none", () => {
    expect(lets("importance=0.2&importance-max=0.5", { importance: 0.2 })).toBe(true);
    expect(lets("importance=0.2&importance-max=0.5", { importance: 0.5 })).toBe(true);
    expect(lets("importance-max=0.5", { importance: 0.51 })).toBe(false);
    expect(lets("importance-max=0.5", { importance: null })).toBe(false);
    expect(lets("confidence=0.5", { confidence: 3 })).toBe(true);
    expect(lets("importance=0.9&importance-max=0.1", { importance: 0.5 })).toBe(false);
  });

  it("takes any of the sources", () => {
    expect(lets("source=a&source=b,c", { source: "b,c" })).toBe(true);
    expect(lets("source=a", { source: "b" })).toBe(false);
    expect(lets("source=a", {})).toBe(false);
  });

  it("takes days as the browser has them, both included", () => {
    const at = (time: string) => ({ createdAt: new Date(time).toISOString() });
    expect(lets("from=2026-03-29", at("2026-03-29T00:00:00"))).toBe(true);
    expect(lets("from=2026-03-29", at("2026-03-28T23:59:59.999"))).toBe(false);
    expect(lets("to=2026-03-29", at("2026-03-29T23:59:59.999"))).toBe(true);
    expect(lets("to=2026-03-29", at("2026-03-30T00:00:00"))).toBe(false);
    expect(lets("from=2026-01-02&to=2026-01-01", at("2026-01-01T12:00:00"))).toBe(false);
    expect(lets("from=2026-01-01", { createdAt: "no time" })).toBe(false);
  });

  it("is every condition at once", () => {
    fc.assert(
      fc.property(anyFilters, anyMemory, (filters, memory) => {
        const every = conditionsOf(filters).every(({ test }) => test(memory));
        expect(createMatcher(filters)(memory)).toBe(every);
      }),
    );
  });
});

describe("midnight", () => {
  it("is the first moment of a day, or of a later one", () => {
    expect(midnight("2026-03-01", 0)).toBe(new Date(2026, 2, 1).getTime());
    expect(midnight("2026-12-31", 1)).toBe(new Date(2027, 0, 1).getTime());
    expect(new Date(midnight("0099-01-01", 0) ?? 0).getFullYear()).toBe(99);
  });

  it.each(["", "2026-13-01", "2025-02-29", "2026-00-10", "26-01-01", "2026-01-01T00:00", " "])(
    "is none for %j",
    (text) => expect(midnight(text, 0)).toBeNull(),
  );
});
