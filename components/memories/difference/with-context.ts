import type { Piece } from "./text-difference";

/** Text that stayed and is left out; `length` in UTF-16 units. */
export type Gap = { kind: "gap"; length: number };

/** So much of what stayed is shown on each side of a change, in UTF-16 units. */
export const CONTEXT = 140;
/** Leaving out less than this saves nobody any reading. */
const LEAST_GAP = 120;

/**
 * A difference without the long stretches that stayed: the changes, with some words around each.
 * Cuts between words, and never within a character.
 */
export function withContext(pieces: readonly Piece[], context = CONTEXT): (Piece | Gap)[] {
  const last = pieces.length - 1;
  return pieces.flatMap((piece, index): (Piece | Gap)[] => {
    if (piece.kind !== "same") return [piece];
    const head = index === 0 ? "" : headOf(piece.text, context);
    const rest = piece.text.slice(head.length);
    const tail = index === last ? "" : tailOf(rest, context);
    const length = rest.length - tail.length;
    if (length < LEAST_GAP) return [piece];
    const shown = (text: string): Piece[] => (text ? [{ kind: "same", text }] : []);
    return [...shown(head), { kind: "gap", length }, ...shown(tail)];
  });
}

function headOf(text: string, length: number): string {
  if (text.length <= length) return text;
  const space = text.slice(0, length).search(/\s\S*$/);
  const cut = space > length / 2 ? space : length;
  return text.slice(0, isWithinCharacter(text, cut) ? cut - 1 : cut);
}

function tailOf(text: string, length: number): string {
  if (text.length <= length) return text;
  const tail = text.slice(-length);
  const space = tail.search(/\s/);
  const cut = text.length - length + (space >= 0 && space < length / 2 ? space + 1 : 0);
  return text.slice(isWithinCharacter(text, cut) ? cut + 1 : cut);
}

const isWithinCharacter = (text: string, at: number) =>
  /[\uD800-\uDBFF]/.test(text.charAt(at - 1)) && /[\uDC00-\uDFFF]/.test(text.charAt(at));
