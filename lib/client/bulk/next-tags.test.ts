import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nextTags, TooManyTagsError } from "./next-tags";

const names = (count: number) => Array.from({ length: count }, (_, at) => `t${at}`);

describe("nextTags", () => {
  it("adds what is missing, behind", () => {
    expect(nextTags(["b"], { kind: "addTags", tags: ["a", "b", "c"] })).toEqual(["b", "a", "c"]);
    expect(nextTags(["b", "a"], { kind: "addTags", tags: ["a"] })).toBeNull();
    expect(nextTags(["a"], { kind: "addTags", tags: ["A"] })).toEqual(["a", "A"]);
  });

  it("removes what is there", () => {
    expect(nextTags(["a", "b"], { kind: "removeTags", tags: ["b", "c"] })).toEqual(["a"]);
    expect(nextTags(["a"], { kind: "removeTags", tags: ["c"] })).toBeNull();
    expect(nextTags(["a"], { kind: "removeTags", tags: ["a"] })).toEqual([]);
  });

  it("renames in place, and merges into one", () => {
    const action = { kind: "replaceTags", from: ["b", "c"], to: "n" } as const;
    expect(nextTags(["a", "b", "d"], action)).toEqual(["a", "n", "d"]);
    expect(nextTags(["c", "a", "b"], action)).toEqual(["n", "a"]);
    expect(nextTags(["n", "a", "b"], action)).toEqual(["n", "a"]);
    expect(nextTags(["n", "a"], action)).toBeNull();
    expect(nextTags(["n"], { kind: "replaceTags", from: ["n"], to: "n" })).toBeNull();
    expect(nextTags(["a,b"], { kind: "replaceTags", from: ["a,b"], to: "a" })).toEqual(["a"]);
  });

  it("allows fifty tags, and not one more", () => {
    expect(nextTags(names(49), { kind: "addTags", tags: ["new"] })).toHaveLength(50);
    expect(() => nextTags(names(50), { kind: "addTags", tags: ["new"] })).toThrow(TooManyTagsError);
    expect(nextTags(names(52), { kind: "removeTags", tags: ["t0"] })).toHaveLength(51);
    expect(nextTags(names(52), { kind: "replaceTags", from: ["t0"], to: "n" })).toHaveLength(52);
  });

  it("has nothing left to do the second time", () => {
    const tags = fc.uniqueArray(fc.constantFrom("a", "b", "c", "d"), { minLength: 1 });
    const action = fc.oneof(
      tags.map((chosen) => ({ kind: "addTags" as const, tags: chosen })),
      tags.map((chosen) => ({ kind: "removeTags" as const, tags: chosen })),
      fc.record({
        kind: fc.constant("replaceTags" as const),
        from: tags,
        to: fc.constantFrom("a", "n"),
      }),
    );
    fc.assert(
      fc.property(fc.array(fc.constantFrom("a", "b", "c")), action, (before, change) => {
        const after = nextTags(before, change);
        if (after === null) return;
        expect(new Set(after).size).toBe(after.length);
        expect(nextTags(after, change)).toBeNull();
      }),
    );
  });
});
