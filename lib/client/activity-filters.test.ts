import { describe, expect, it } from "vitest";
import { activityQuerySchema } from "@/lib/contract/activity";
import {
  activityGroups,
  activityHref,
  apiQuery,
  noActivityFilters,
  parseActivityFilters,
} from "./activity-filters";

describe("filters of the activity", () => {
  it("come back from the address they make", () => {
    for (const kind of [null, ...activityGroups]) {
      const filters = { kind, from: "2026-03-29", to: null };
      const params = new URL(activityHref(filters), "http://x").searchParams;
      expect(parseActivityFilters(params)).toEqual(filters);
    }
    expect(activityHref(noActivityFilters)).toBe("/activity");
  });

  it("pass over what is no kind and no day", () => {
    const params = new URLSearchParams("kind=__proto__&from=2026-02-30&to=tomorrow");
    expect(parseActivityFilters(params)).toEqual(noActivityFilters);
  });

  it("are asked of the API in its own words", () => {
    for (const kind of activityGroups) {
      const query = Object.fromEntries(apiQuery({ kind, from: "2026-03-29", to: "2026-03-29" }));
      const { from, to } = activityQuerySchema.parse(query);
      // Both days count in, and where clocks change a day has 23 hours or 25.
      expect((to?.getTime() ?? 0) - (from?.getTime() ?? 0)).toBeGreaterThan(22 * 3_600_000);
    }
  });
});
