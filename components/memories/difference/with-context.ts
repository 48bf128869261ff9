import type { Piece } from "./text-difference";

/** A stretch that is left out; `length` in UTF-16 units, `of` the kind of text it is. */
export type Gap = { kind: "gap"; of: Piece["kind"]; length: number };

/** So much of what stayed is shown on each side of a change, in UTF-16 units. */
export const CONTEXT = 140;
/** So much of what came or went is shown at its beginning, and half of it at its end. */
const CHANGED = 600;
/** Leaving out less than this saves nobody any reading. */
const LEAST_GAP = 120;

/**
 * A difference without its long stretches: of what stayed some words around each change are shown,
 * of what came or went the beginning and the end. Cuts between words, and never within a character.
 */
export function withContext(pieces: readonly Piece[], context = CONTEXT): (Piece | Gap)[] {
  const last = pieces.length - 1;
  return pieces.flatMap((piece, index): (Piece | Gap)[] => {
    if (piece.kind !== "same") return shorten(piece, CHANGED, CHANGED / 2);
    return shorten(piece, index === 0 ? 0 : context, index === last ? 0 : context);
  });
}

function shorten({ kind, text }: Piece, before: number, after: number): (Piece | Gap)[] {
  const head = headOf(text, before);
  const rest = text.slice(head.length);
  const tail = tailOf(rest, after);
  const length = rest.length - tail.length;
  if (length < LEAST_GAP) return [{ kind, text }];
  const shown = (part: string): Piece[] => (part ? [{ kind, text: part }] : []);
  return [...shown(head), { kind: "gap", of: kind, length }, ...shown(tail)];
}

function headOf(text: string, length: number): string {
  if (text.length <= length) return text;
  const space = text.slice(0, length).search(/\s\S*$/);
  const cut = space > length / 2 ? space : length;
  return text.slice(0, isWithinCharacter(text, cut) ? cut - 1 : cut);
}

function tailOf(text: string, length: number): string {
  if (length === 0) return "";
  if (text.length <= length) return text;
  const tail = text.slice(-length);
  const space = tail.search(/\s/);
  const cut = text.length - length + (space >= 0 && space < length / 2 ? space + 1 : 0);
  return text.slice(isWithinCharacter(text, cut) ? cut + 1 : cut);
}

const isWithinCharacter = (text: string, at: number) =>
  /[\uD800-\uDBFF]/.test(text.charAt(at - 1)) && /[\uDC00-\uDFFF]/.test(text.charAt(at));
