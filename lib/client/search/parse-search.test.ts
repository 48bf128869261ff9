import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isEmptySearch, parseSearch } from "./parse-search";

const understood = (q: string) => {
  const { all, none } = parseSearch(q);
  return { all, none };
};

describe("parseSearch", () => {
  it.each([
    ["night train", ["night", "train"], []],
    ['"night  train" paris', ["night train", "paris"], []],
    ["night -train", ["night"], ["train"]],
    ['-"night train"', [], ["night train"]],
    ["“night train”", ["night train"], []],
    ["„Nachtzug nach“", ["nachtzug nach"], []],
    ["e-mail", ["e-mail"], []],
    ['"not closed yet', ["not closed yet"], []],
    ['5" disk', ['5"', "disk"], []],
    ["Straße strasse", ["strasse"], []],
    ["- -- x", ["x"], []],
    ['"" -"" " "', [], []],
    ["\u0301", [], []],
  ])("%j", (q, all, none) => expect(understood(q)).toEqual({ all, none }));

  it("keeps the words as typed, for whoever cannot fold", () => {
    expect(parseSearch('Straße "Night Train" -x').words).toEqual(["Straße", "Night Train"]);
  });

  it("never refuses, and finds nothing empty", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (q) => {
        const { all, none } = parseSearch(q);
        for (const text of [...all, ...none]) expect(text.trim()).not.toBe("");
      }),
    );
  });

  it("knows a search for nothing", () => {
    expect(isEmptySearch(parseSearch(" - "))).toBe(true);
    expect(isEmptySearch(parseSearch("-a"))).toBe(false);
  });
});
