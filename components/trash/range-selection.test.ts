import { describe, expect, it } from "vitest";
import { emptySelection, toggled } from "./range-selection";

const order = ["a", "b", "c", "d", "e"];
const names = ({ ids }: { ids: ReadonlySet<string> }) => [...ids].sort().join("");

describe("toggled", () => {
  it("takes one in and out", () => {
    const one = toggled(emptySelection, order, "b", false);
    expect(names(one)).toBe("b");
    expect(names(toggled(one, order, "b", false))).toBe("");
  });

  it("fills a range in either direction from the last one", () => {
    const down = toggled(toggled(emptySelection, order, "b", false), order, "d", true);
    expect(names(down)).toBe("bcd");
    const up = toggled(toggled(emptySelection, order, "d", false), order, "a", true);
    expect(names(up)).toBe("abcd");
  });

  it("goes on from where it began: a second range ends elsewhere", () => {
    const first = toggled(toggled(emptySelection, order, "b", false), order, "c", true);
    expect(names(toggled(first, order, "e", true))).toBe("bcde");
  });

  it("empties a range that begins at one taken out", () => {
    const without = toggled({ ids: new Set(order), anchor: null }, order, "b", false);
    expect(names(toggled(without, order, "d", true))).toBe("ae");
  });

  it("is one alone where the anchor is gone", () => {
    expect(names(toggled({ ids: new Set(), anchor: "x" }, order, "c", true))).toBe("c");
    expect(names(toggled(emptySelection, order, "c", true))).toBe("c");
  });

  it("leaves what it was given as it was", () => {
    const before = toggled(emptySelection, order, "a", false);
    toggled(before, order, "c", true);
    expect(names(before)).toBe("a");
  });
});
