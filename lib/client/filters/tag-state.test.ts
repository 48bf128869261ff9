import { describe, expect, it } from "vitest";
import { noFilters } from "./memory-filters";
import { cycleTag, setTagState, tagState } from "./tag-state";

const given = { ...noFilters, q: "x", tags: ["a"], not: ["b"] };

describe("the three states of a tag", () => {
  it("are read from the filters", () => {
    expect(["a", "b", "c"].map((name) => tagState(given, name))).toEqual(["must", "not", "any"]);
  });

  it("follow each other in a circle", () => {
    const must = cycleTag(given, "c");
    expect(must).toEqual({ ...given, tags: ["a", "c"] });
    const not = cycleTag(must, "c");
    expect(not).toEqual({ ...given, not: ["b", "c"] });
    expect(cycleTag(not, "c")).toEqual(given);
  });

  it("can be set from any to any, and to what they are without a change", () => {
    expect(setTagState(given, "a", "must")).toBe(given);
    expect(setTagState(given, "a", "not")).toEqual({ ...given, tags: [], not: ["b", "a"] });
    expect(setTagState(given, "b", "any")).toEqual({ ...given, not: [] });
  });
});
