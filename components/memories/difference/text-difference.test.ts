import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Piece, textDifference } from "./text-difference";
import { withContext } from "./with-context";

const marked = (pieces: readonly Piece[]) =>
  pieces
    .map(({ kind, text }) =>
      kind === "same" ? text : kind === "added" ? `{+${text}+}` : `[-${text}-]`,
    )
    .join("");

const side = (pieces: readonly Piece[], kind: "added" | "removed") =>
  pieces
    .filter((piece) => piece.kind === "same" || piece.kind === kind)
    .map(({ text }) => text)
    .join("");

describe("textDifference", () => {
  it.each([
    ["The red fox", "The red fox", "The red fox"],
    ["The red fox", "The brown fox", "The [-red-]{+brown+} fox"],
    ["a red fox here", "a blue owl here", "a [-red fox-]{+blue owl+} here"],
    ["", "New", "{+New+}"],
    ["Old", "", "[-Old-]"],
    ["", "", ""],
    ["one\ntwo\nthree", "one\n2\nthree", "one\n[-two-]{+2+}\nthree"],
    ["one\ntwo", "one\ntwo\nthree", "one\ntwo{+\nthree+}"],
    ["夜行列車が好き", "夜行バスが好き", "夜行[-列車-]{+バス+}が好き"],
    ["Ночной поезд", "Дневной поезд", "[-Ночной-]{+Дневной+} поезд"],
    ["👩‍🚀 up", "👨‍🚀 up", "[-👩‍🚀-]{+👨‍🚀+} up"],
  ])("shows %j → %j", (before, after, expected) => {
    expect(marked(textDifference(before, after))).toBe(expected);
  });

  it("takes another line ending for no change", () => {
    expect(marked(textDifference("a\r\nb", "a\nb"))).toBe("a\nb");
  });

  it("holds both texts, whatever they are", () => {
    const text = fc.array(fc.constantFrom("a", "b", " ", "\n", "word", "é", "😀"), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(text, text, (one, two) => {
        const [before, after] = [one.join(""), two.join("")];
        const pieces = textDifference(before, after);
        expect(side(pieces, "removed")).toBe(before);
        expect(side(pieces, "added")).toBe(after);
        pieces.forEach((piece, index) => {
          expect(piece.text).not.toBe("");
          expect(piece.kind).not.toBe(pieces[index + 1]?.kind);
        });
      }),
    );
  });

  it("finds small changes far apart in a long text", () => {
    const words = Array.from({ length: 15_000 }, (_, n) => `word${n}`);
    const changed = words.toSpliced(14_990, 0, "late").toSpliced(10, 1, "early");
    const pieces = textDifference(words.join(" "), changed.join(" "));
    expect(pieces.filter(({ kind }) => kind !== "same")).toEqual([
      { kind: "removed", text: "word10" },
      { kind: "added", text: "early" },
      { kind: "added", text: "late " },
    ]);
  });

  it("shows long texts that share next to nothing whole", () => {
    const words = (seed: number) =>
      Array.from({ length: 18_000 }, (_, n) => `${(n * seed) % 9_973}w`).join(" ");
    const pieces = textDifference(words(7), words(11));
    expect(side(pieces, "removed")).toBe(words(7));
    expect(side(pieces, "added")).toBe(words(11));
  });
});

describe("withContext", () => {
  const long = "The walk from the station counts as part of the trip. ".repeat(20);

  it("leaves a short text whole", () => {
    const pieces = textDifference("The red fox", "The brown fox");
    expect(withContext(pieces)).toEqual(pieces);
  });

  it("shows a change with words around it, cut between words", () => {
    const shown = withContext(textDifference(`${long}red ${long}`, `${long}brown ${long}`));
    expect(shown.map(({ kind }) => kind)).toEqual([
      "gap",
      "same",
      "removed",
      "added",
      "same",
      "gap",
    ]);
    const [, before, , , after] = shown;
    expect(before).toMatchObject({ text: expect.stringMatching(/^\S/) });
    expect(after).toMatchObject({ text: expect.stringMatching(/\w[.]?$/) });
    const length = shown.reduce(
      (sum, part) => sum + (part.kind === "gap" ? part.length : part.text.length),
      0,
    );
    expect(length).toBe(2 * long.length + "red brown".length);
  });

  it("shows of a long passage that came its beginning and its end, and says what is left out", () => {
    const shown = withContext(textDifference("Short.", `Short. ${long.repeat(3)}The end.`));
    expect(shown.map(({ kind }) => kind)).toEqual(["same", "added", "gap", "added"]);
    expect(shown[2]).toMatchObject({ of: "added" });
    expect(shown.at(-1)).toMatchObject({ text: expect.stringMatching(/The end\.$/) });
  });

  it("leaves a short text alone at both of its ends", () => {
    expect(withContext(textDifference("a b", "a c"), 0)).toHaveLength(3);
  });

  it("cuts no character in two", () => {
    const faces = "😀".repeat(400);
    const shown = withContext(textDifference(`${faces} a`, `${faces} b`), 141);
    for (const part of shown) {
      if (part.kind !== "gap") expect(part.text.isWellFormed()).toBe(true);
    }
    expect(shown[0]).toMatchObject({ kind: "gap" });
  });
});
