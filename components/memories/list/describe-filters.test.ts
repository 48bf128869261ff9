import { describe, expect, it } from "vitest";
import { noFilters } from "@/lib/client/memory-filters";
import { describeFilters } from "./describe-filters";

describe("describeFilters", () => {
  it("names every filter that excluded something", () => {
    expect(describeFilters({ q: "night train", tags: ["travel", "food"], importance: 0.5 })).toBe(
      "tagged travel, food, of importance 0.5 or more and found by “night train”",
    );
  });

  it("names one alone", () => {
    expect(describeFilters({ ...noFilters, q: "x" })).toBe("found by “x”");
    expect(describeFilters({ ...noFilters, importance: 1 })).toBe("of importance 1 or more");
    expect(describeFilters({ ...noFilters, tags: ["a"] })).toBe("tagged a");
  });
});
