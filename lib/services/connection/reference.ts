import "server-only";
import { randomBytes } from "node:crypto";

/** Memoram shows a reason of at most this many characters [D]. */
const REASON_LENGTH = 255;

/** No 0, O, 1, I: a person can compare references by eye. 32 letters, so that none is likelier. */
const letters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

/** Ten letters: a name for one pasted key, that nobody can guess. */
export function newReference(): string {
  return Array.from(randomBytes(10), (byte) => letters[byte % letters.length]).join("");
}

/** A reason with a reference behind it; shortened where both do not fit. */
export function withReference(reason: string, reference: string): string {
  const mark = ` (ref ${reference})`;
  // Cutting may leave half of a surrogate pair, which is no text.
  const cut = reason.slice(0, REASON_LENGTH - mark.length).replace(/[\ud800-\udbff]$/, "");
  return cut + mark;
}

const anyReference = new RegExp(` \\(ref [${letters}]{10}\\)$`);

/** True for a request that was made for a pasted key. */
export const bearsReference = (reason: string | null) => anyReference.test(reason ?? "");
