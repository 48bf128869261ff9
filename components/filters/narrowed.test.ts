import { describe, expect, it } from "vitest";
import { byCount, narrowed } from "./narrowed";

describe("byCount", () => {
  it("puts the most first, equals by name, numbers by their size", () => {
    const counts = new Map([
      ["b", 1],
      ["a 10", 2],
      ["a 9", 2],
      ["c", 5],
    ]);
    expect(byCount(counts, []).map(([name]) => name)).toEqual(["c", "a 9", "a 10", "b"]);
  });

  it("keeps what is chosen though nothing has it any more", () => {
    expect(byCount(new Map([["a", 1]]), ["gone"])).toEqual([
      ["a", 1],
      ["gone", 0],
    ]);
  });
});

describe("narrowed", () => {
  it("takes no notice of cases and accents, and of nothing typed", () => {
    const list = [
      ["Café", 1],
      ["home", 2],
    ] as const;
    expect(narrowed(list, " cafe ")).toEqual([["Café", 1]]);
    expect(narrowed(list, "  ")).toBe(list);
  });
});
