import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fold, foldWithOffsets } from "./fold";

/** Texts in which folding changes lengths, orders and cases. */
const oddText = fc
  .array(
    fc.oneof(
      fc.constantFrom("ß", "ẞ", "ﬁ", "İ", "ı", "Σ", "ς", "e\u0301", "\u0301", "㎏", "Ⅻ", "½"),
      fc.constantFrom("👩‍👩‍👧", "❤️", "🇩🇪", "が", "か\u3099", "한", "각", "हिन्दी", "ก้ำ", "\ud83d"),
      fc.constantFrom(" ", "\n", "\u00a0", "\u00ad", "\u200b", "¨", "ﬃ", "Å", "가\u11a8"),
      fc.string({ unit: "binary", maxLength: 3 }),
      fc.string({ maxLength: 3 }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(""));

describe("fold", () => {
  it.each([
    ["Crème Brûlée", "creme brulee"],
    ["Straße", "strasse"],
    ["STRASSE", "strasse"],
    ["ẞ", "ss"],
    ["ﬁnal", "final"],
    ["İstanbul", "istanbul"],
    ["ΟΔΟΣ οδός", "οδοσ οδοσ"],
    ["ＷＩＤＥ", "wide"],
    ["night\n\t train", "night train"],
    ["soft\u00adhyphen", "softhyphen"],
    ["שָׁלוֹם", "שלום"],
    ["❤️", "❤"],
  ])("%j is %j", (text, folded) => expect(fold(text)).toBe(folded));

  it("keeps the signs without which a word is another", () => {
    expect(fold("की")).not.toBe(fold("का"));
    expect(fold("が")).not.toBe(fold("か"));
    expect(fold("น้ำ")).not.toBe(fold("นา"));
  });

  it("changes nothing the second time", () => {
    fc.assert(
      fc.property(oddText, (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
  });
});

describe("foldWithOffsets", () => {
  it("folds as fold does, with a place in the text for every unit", () => {
    fc.assert(
      fc.property(oddText, (text) => {
        const folded = foldWithOffsets(text);
        expect(folded.text).toBe(fold(text));
        expect(folded.starts).toHaveLength(folded.text.length);
        expect(folded.ends).toHaveLength(folded.text.length);
        for (const [unit, start] of folded.starts.entries()) {
          const end = folded.ends[unit] ?? 0;
          expect(start).toBeLessThan(end);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(start).toBeGreaterThanOrEqual(folded.starts[unit - 1] ?? 0);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("never parts a character from its marks", () => {
    const { starts, ends } = foldWithOffsets("ae\u0301b");
    expect(starts).toEqual([0, 1, 3]);
    expect(ends).toEqual([1, 3, 4]);
  });
});
