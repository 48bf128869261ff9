import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findHits } from "./find-hits";
import { fold } from "./fold";
import { parseSearch } from "./parse-search";

const marked = (text: string, q: string) =>
  findHits(text, parseSearch(q)).map(({ start, end }) => text.slice(start, end));

describe("findHits", () => {
  it.each([
    ["Die Straße am Strand", "strasse", ["Straße"]],
    ["Maß, MASS", "mass", ["Maß", "MASS"]],
    ["ﬁnal ﬂow", "fi", ["ﬁ"]],
    ["cafe\u0301 CAFÉ", "cafe", ["cafe\u0301", "CAFÉ"]],
    ["👩‍👩‍👧 family 👩‍👩‍👧", "family", ["family"]],
    ["a👍b👍", "👍", ["👍", "👍"]],
    ["夜行列車で東京へ", "東京", ["東京"]],
    ["İstanbul'da", "istanbul", ["İstanbul"]],
    ["ΟΔΟΣ και οδός", "οδος", ["ΟΔΟΣ", "οδός"]],
    ["night\n\n train", '"night train"', ["night\n\n train"]],
    ["banana", "an ana", ["anana"]],
    ["aaa", "a", ["aaa"]],
    ["one two", "two -one", ["two"]],
    ["nothing", "something", []],
    ["", "x", []],
  ])("in %j for %j marks %j", (text, q, hits) => expect(marked(text, q)).toEqual(hits));

  it("marks nothing for what must not be there, nor for no search", () => {
    expect(marked("one two", "-one")).toEqual([]);
    expect(marked("one two", "")).toEqual([]);
  });

  it("marks every word that is there, in order and apart, and nothing that is not", () => {
    const text = fc.string({ unit: fc.constantFrom(..."aAßsSﬁfiéEe\u0301Σς 👍") });
    fc.assert(
      fc.property(text, text, (haystack, q) => {
        const search = parseSearch(q.replaceAll('"', ""));
        const hits = findHits(haystack, search);
        for (const [index, { start, end }] of hits.entries()) {
          expect(start).toBeGreaterThan(hits[index - 1]?.end ?? -1);
          const part = fold(haystack.slice(start, end));
          expect(search.all.some((word) => part.includes(word))).toBe(true);
        }
        const found = search.all.filter((word) => fold(haystack).includes(word));
        expect(hits.length > 0).toBe(found.length > 0);
      }),
      { numRuns: 500 },
    );
  });
});
