/**
 * Counts UTF-16 units, as `String.length` and a browser's `maxlength` do. Not zod's own `max`: it
 * counts code points since 4.6, and would let twice as many units through.
 */
export const hasAtMost = (max: number) => (text: string) => text.length <= max;

/** Text that UTF-8 and Postgres can hold: no half of a surrogate pair, no null character. */
export const isStorable = (text: string) => text.isWellFormed() && !text.includes("\0");
