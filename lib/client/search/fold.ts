/**
 * What a search takes no notice of: accents and other marks that scripts may be written without
 * (Latin, Greek, Cyrillic, Hebrew points, Arabic vowels), and whatever is drawn as nothing: soft
 * hyphens, zero-width joiners, variation selectors. Not all combining marks: without its vowel signs a word of Hindi or Thai
 * is another word.
 */
const unnoticed =
  /[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed]|\p{DI}/gu;

const notAscii = /[^\0-\x7f]+/g;

/** White space that is not one space alone already. */
const spaces = / \s+|[^\S ]\s*/g;

/**
 * `text` in the form in which searches compare: compatibility forms resolved (NFKD: `ﬁ` is `fi`),
 * without accents, in one case (`ẞ` and `ß` are `ss`, `İ` and `ı` are `i`), runs of white space as
 * one space. Folding twice changes nothing more. The length may change: see `foldWithOffsets`.
 */
export function fold(text: string): string {
  // Most of most texts is ASCII, for which lower case is all there is to do.
  return text.toLowerCase().replace(notAscii, foldLetters).replace(spaces, " ");
}

function foldLetters(letters: string): string {
  return (
    letters
      .normalize("NFKD")
      .replace(unnoticed, "")
      // There is no case folding in ECMAScript. Through upper case ß becomes ss; before that the
      // capital ẞ has to become ß.
      .toLowerCase()
      .toUpperCase()
      .toLowerCase()
      // What a change of case composes or marks anew.
      .normalize("NFKD")
      .replace(unnoticed, "")
      // Lower case knows a Σ at the end of a word; a search does not know where words end.
      .replaceAll("ς", "σ")
  );
}

/** A folded text; `starts[i]` and `ends[i]`: from where to where its unit `i` comes from. */
export type FoldedText = { text: string; starts: number[]; ends: number[] };

/** A character and the marks on it: folding never looks beyond that, but for white space. */
const clusters = /\P{M}\p{M}*|\p{M}+/gsu;

/** `fold(text)` with the place of each UTF-16 unit in `text`. */
export function foldWithOffsets(text: string): FoldedText {
  const folded: FoldedText = { text: "", starts: [], ends: [] };
  let afterSpace = false;
  for (const { 0: cluster, index } of text.matchAll(clusters)) {
    let letters = fold(cluster);
    if (afterSpace && letters.startsWith(" ")) letters = letters.slice(1);
    if (letters === "") continue;
    afterSpace = letters.endsWith(" ");
    folded.text += letters;
    for (let unit = 0; unit < letters.length; unit += 1) {
      folded.starts.push(index);
      folded.ends.push(index + cluster.length);
    }
  }
  return folded;
}
