import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyFilters } from "@/lib/client/testing/filters";
import { activeFilters } from "./active-filters";
import { parseFilters } from "./filter-address";
import { hasFilters, withoutFilters } from "./memory-filters";

describe("activeFilters", () => {
  it("are one for each thing that can be taken away", () => {
    const filters = parseFilters(
      new URLSearchParams(
        "view=important&q=x&tags=a,b&not=c&importance=0.2&source=d&source=e&to=2026-01-01",
      ),
    );
    expect(activeFilters(filters).map(({ key }) => key)).toEqual([
      "view",
      "search",
      "tag:a",
      "tag:b",
      "not-tag:c",
      "importance",
      "source",
      "dates",
    ]);
  });

  it("taken away one after the other, in any order, leave nothing but the order", () => {
    fc.assert(
      fc.property(anyFilters, fc.infiniteStream(fc.nat()), (filters, numbers) => {
        const shuffled = activeFilters(filters)
          .map((filter) => ({ filter, at: numbers.next().value ?? 0 }))
          .sort((a, b) => a.at - b.at);
        let left = filters;
        for (const { filter } of shuffled) {
          expect(activeFilters(left).map(({ key }) => key)).toContain(filter.key);
          left = filter.without(left);
          expect(activeFilters(left).map(({ key }) => key)).not.toContain(filter.key);
        }
        expect(left).toEqual(withoutFilters(filters));
      }),
    );
  });

  it("have keys of their own", () => {
    fc.assert(
      fc.property(anyFilters, (filters) => {
        const keys = activeFilters(filters).map(({ key }) => key);
        expect(new Set(keys).size).toBe(keys.length);
        expect(keys.length > 0).toBe(hasFilters(filters));
      }),
    );
  });

  it("are taken away from newer filters without touching what changed", () => {
    const [tag] = activeFilters(parseFilters(new URLSearchParams("tags=a")));
    const newer = parseFilters(new URLSearchParams("tags=a,b&q=x"));
    expect(tag?.without(newer)).toEqual(parseFilters(new URLSearchParams("tags=b&q=x")));
  });
});
