import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyFilters } from "@/lib/client/testing/filters";
import { filterKey, filterParams, parseFilters, withFilters } from "./filter-address";
import { hasFilters, noFilters, withoutFilters } from "./memory-filters";

const parse = (query: string) => parseFilters(new URLSearchParams(query));

describe("parseFilters", () => {
  it("reads the addresses of before", () => {
    expect(parse("q=night+train&tags=travel,food&importance=0.5")).toEqual({
      ...noFilters,
      q: "night train",
      tags: ["travel", "food"],
      importance: { min: 0.5, max: null },
    });
  });

  it("reads everything", () => {
    const query =
      "view=untagged&not=a,b&importance-max=0.9&confidence=.2&confidence-max=0" +
      "&source=claude&source=a,b&from=2026-01-31&to=2026-02-01&sort=title";
    expect(parse(query)).toEqual({
      ...noFilters,
      view: "untagged",
      not: ["a", "b"],
      importance: { min: null, max: 0.9 },
      confidence: { min: 0.2, max: 0 },
      source: ["claude", "a,b"],
      from: "2026-01-31",
      to: "2026-02-01",
      sort: "title",
    });
  });

  it.each([
    "",
    "view=trash",
    "view=all",
    "sort=newest",
    "sort=random",
    "importance=",
    "importance=high",
    "importance=1.5",
    "importance=-1",
    "importance=0",
    "importance=5e-1",
    "importance=0x1",
    "importance-max=1",
    "confidence-max=2",
    "from=2026-02-30",
    "from=today",
    "to=2026-1-1",
    "tags=,",
    "source=",
    "q=+",
    "q=%00",
  ])("ignores %s", (query) => expect(parse(query)).toEqual(noFilters));

  it("drops empty, doubled and endless names", () => {
    expect(parse(`tags=,travel,,travel,${"x".repeat(501)}`).tags).toEqual(["travel"]);
    expect(parse("source=a&source=&source=a").source).toEqual(["a"]);
    expect(parse(`not=${Array.from({ length: 60 }, (_, at) => at)}`).not).toHaveLength(50);
  });

  it("keeps tags apart that differ in case, and takes none both ways", () => {
    expect(parse("tags=Travel,travel").tags).toEqual(["Travel", "travel"]);
    expect(parse("tags=a&not=a,b").not).toEqual(["b"]);
  });

  it("trims and shortens the search", () => {
    expect(parse("q=++a++").q).toBe("a");
    expect(parse(`q=${"a".repeat(600)}`).q).toHaveLength(500);
    expect(parse(`q=${"a".repeat(499)}😀`).q.isWellFormed()).toBe(true);
  });

  it("never throws, whatever the address", () => {
    const value = fc.string({ unit: "binary" });
    const key = fc.constantFrom("view", "q", "tags", "not", "importance", "source", "from", "sort");
    fc.assert(
      fc.property(fc.array(fc.tuple(key, value)), (pairs) => {
        const filters = parseFilters(new URLSearchParams(pairs));
        expect(parse(filterKey(filters))).toEqual(filters);
      }),
    );
  });
});

describe("filters in an address", () => {
  it("come back as they went", () => {
    fc.assert(
      fc.property(anyFilters, (given) => {
        const url = new URL(withFilters("/memories", given), "http://localhost");
        expect(parseFilters(url.searchParams)).toEqual(given);
      }),
      { numRuns: 500 },
    );
  });

  it("leave a bare address when nothing is filtered", () => {
    expect(withFilters("/memories", noFilters)).toBe("/memories");
    expect(filterParams(noFilters).size).toBe(0);
  });

  it("stand in a fixed order, with commas that stay readable", () => {
    const filters = parse("sort=oldest&tags=a+b,c&from=2026-01-01&not=d&view=important&q=x");
    expect(withFilters("/memories", filters)).toBe(
      "/memories?view=important&q=x&tags=a+b,c&not=d&from=2026-01-01&sort=oldest",
    );
  });
});

describe("hasFilters", () => {
  it("is whether anything but the order is set", () => {
    fc.assert(
      fc.property(anyFilters, (filters) => {
        const unsorted = { ...filters, sort: noFilters.sort };
        expect(hasFilters(filters)).toBe(filterParams(unsorted).size > 0);
        expect(hasFilters(withoutFilters(filters))).toBe(false);
        expect(withoutFilters(filters).sort).toBe(filters.sort);
      }),
    );
  });
});
