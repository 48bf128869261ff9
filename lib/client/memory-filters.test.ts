import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  filterParams,
  hasFilters,
  type MemoryFilters,
  noFilters,
  parseFilters,
  toggleTag,
  withFilters,
} from "./memory-filters";

const parse = (query: string) => parseFilters(new URLSearchParams(query));

describe("parseFilters", () => {
  it("reads all three", () => {
    expect(parse("q=night+train&tags=travel,food&importance=0.5")).toEqual({
      q: "night train",
      tags: ["travel", "food"],
      importance: 0.5,
    });
  });

  it.each([
    "",
    "importance=",
    "importance=high",
    "importance=1.5",
    "importance=-1",
    "importance=0",
  ])("ignores %s", (query) => expect(parse(query)).toEqual(noFilters));

  it("ignores exponents and other ways of writing a number that our API refuses", () => {
    expect(parse("importance=5e-1").importance).toBeNull();
    expect(parse("importance=0x1").importance).toBeNull();
    expect(parse("importance=.5").importance).toBe(0.5);
  });

  it("drops empty, doubled and over-long tags", () => {
    expect(parse(`tags=,travel,,travel,${"x".repeat(65)}`).tags).toEqual(["travel"]);
  });

  it("keeps tags apart that differ in case", () => {
    expect(parse("tags=Travel,travel").tags).toEqual(["Travel", "travel"]);
  });

  it("trims and shortens the search", () => {
    expect(parse("q=++a++").q).toBe("a");
    expect(parse(`q=${"a".repeat(600)}`).q).toHaveLength(500);
  });

  it("never throws, whatever the address", () => {
    fc.assert(fc.property(fc.string(), (query) => void parse(query)));
  });
});

describe("filters in an address", () => {
  const filters = fc.record<MemoryFilters>({
    q: fc.string({ maxLength: 40, unit: "grapheme" }).map((text) => text.trim()),
    tags: fc.uniqueArray(
      fc.string({ minLength: 1, maxLength: 20 }).map((name) => name.replaceAll(",", ";")),
      { maxLength: 5 },
    ),
    importance: fc.option(fc.integer({ min: 1, max: 100 }).map((n) => n / 100)),
  });

  it("come back as they went", () => {
    fc.assert(
      fc.property(filters, (given) => {
        const url = new URL(withFilters("/memories", given), "http://localhost");
        expect(parseFilters(url.searchParams)).toEqual(given);
      }),
    );
  });

  it("leave a bare address when nothing is filtered", () => {
    expect(withFilters("/memories", noFilters)).toBe("/memories");
    expect(filterParams(noFilters).toString()).toBe("");
    expect(hasFilters(noFilters)).toBe(false);
  });

  it("keep commas readable", () => {
    const both = { ...noFilters, tags: ["a b", "c"] };
    expect(withFilters("/memories", both)).toBe("/memories?tags=a+b,c");
    expect(hasFilters(both)).toBe(true);
  });
});

describe("toggleTag", () => {
  it("adds and removes without touching the rest", () => {
    const one = toggleTag({ ...noFilters, q: "x" }, "travel");
    expect(one).toEqual({ q: "x", tags: ["travel"], importance: null });
    expect(toggleTag(one, "travel")).toEqual({ q: "x", tags: [], importance: null });
  });
});
