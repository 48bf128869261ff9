import { describe, expect, it } from "vitest";
import { countText } from "./count-text";

const settled = { isComplete: true, isSearching: false, isFailed: false };

describe("countText", () => {
  it("promises no total while Memoram has more", () => {
    expect(countText({ ...settled, count: 50, isComplete: false })).toBe("50 so far");
    expect(countText({ ...settled, count: 0, isComplete: false })).toBe("0 so far");
  });

  it("says so at the end", () => {
    expect(countText({ ...settled, count: 1_284 })).toBe("All 1,284 shown");
    expect(countText({ ...settled, count: 1 })).toBe("1 shown, there are no more");
    expect(countText({ ...settled, count: 0 })).toBe("None");
  });

  it("never counts what failed or is still being looked for", () => {
    expect(countText({ ...settled, count: null })).toBe("Loading…");
    expect(countText({ ...settled, count: 50, isSearching: true })).toBe("Searching…");
    expect(countText({ ...settled, count: null, isFailed: true })).toBe("");
  });
});
