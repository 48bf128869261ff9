import { describe, expect, it } from "vitest";
import { noFilters } from "@/lib/client/filters/memory-filters";
import { describeFilters } from "./describe-filters";

describe("describeFilters", () => {
  it("names every filter that excluded something", () => {
    expect(
      describeFilters({
        ...noFilters,
        q: "night train",
        tags: ["travel", "food"],
        importance: { min: 0.5, max: null },
      }),
    ).toBe("tagged travel, food, of importance 0.5 or more and found by “night train”");
  });

  it("names one alone", () => {
    expect(describeFilters({ ...noFilters, q: "x" })).toBe("found by “x”");
    expect(describeFilters({ ...noFilters, importance: { min: 1, max: null } })).toBe(
      "of importance 1 or more",
    );
    expect(describeFilters({ ...noFilters, tags: ["a"] })).toBe("tagged a");
  });
});
