import { describe, expect, it } from "vitest";
import { emptySelection, met, selected, selectedIds, toggled } from "./range-selection";

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
    const without = toggled({ ...emptySelection, ids: new Set(order) }, order, "b", false);
    expect(names(toggled(without, order, "d", true))).toBe("ae");
  });

  it("is one alone where the anchor is gone", () => {
    expect(names(toggled({ ...emptySelection, anchor: "x" }, order, "c", true))).toBe("c");
    expect(names(toggled(emptySelection, order, "c", true))).toBe("c");
  });

  it("leaves what it was given as it was", () => {
    const before = toggled(emptySelection, order, "a", false);
    toggled(before, order, "c", true);
    expect(names(before)).toBe("a");
  });
});

describe("selecting all of a trash of which a page is loaded", () => {
  const all = Array.from({ length: 3_000 }, (_, at) => `m${at}`);
  const page = all.slice(0, 50);

  it("selects what is not loaded too, and keeps it selected as it comes", () => {
    const every = selected(all, page);
    expect(every.beyond).toHaveLength(2_950);
    expect(selectedIds(every, page)).toEqual(all);
    const further = met(every, all.slice(0, 100));
    expect(further.beyond).toHaveLength(2_900);
    expect(selectedIds(further, all.slice(0, 100))).toEqual(all);
    expect(selectedIds(met(further, all), all)).toEqual(all);
  });

  it("lets one go that was taken out of the selection, or out of the list", () => {
    const without = toggled(selected(all, page), page, "m7", false);
    expect(selectedIds(without, page)).toHaveLength(2_999);
    const loaded = met(without, all.slice(0, 100));
    const erased = all.slice(0, 100).filter((id) => id !== "m60");
    expect(selectedIds(met(loaded, erased), erased)).toHaveLength(2_998);
  });
});
