import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseFilters } from "@/lib/client/filters/filter-address";
import { anyFilters } from "@/lib/client/testing/filters";
import { memoryQuerySchema } from "@/lib/contract/memory";
import { firstPagePath } from "./first-page";

const pathFor = (query: string) => firstPagePath(parseFilters(new URLSearchParams(query)));

describe("firstPagePath", () => {
  it.each([
    ["", ""],
    ["sort=title&not=a&from=2026-01-01&confidence=0.5&source=x&importance-max=0.5", ""],
    ["q=night", "?q=night"],
    ["q=a+-plane+%22night+train%22", "?q=night+train"],
    ["q=-plane", ""],
    ["tags=a,b&importance=0.3", "?tags=a%2Cb&importance=0.3"],
    ["view=important", "?importance=0.8"],
    ["view=important&importance=0.9", "?importance=0.9"],
    ["tags=a\\,b,c", "?tags=c"],
  ])("of %j asks for %j", (query, asked) => {
    expect(pathFor(query)).toBe(`/api/memories${asked}`);
  });

  it("is never refused by our API", () => {
    fc.assert(
      fc.property(anyFilters, (filters) => {
        const { searchParams } = new URL(firstPagePath(filters), "http://localhost");
        const asked = memoryQuerySchema.safeParse(Object.fromEntries(searchParams));
        expect(asked.error).toBeUndefined();
      }),
      { numRuns: 500 },
    );
  });
});
