/** More of one of these than any text has that somebody meant. */
const MANY = 1_000;

/** A hundred quotes or lists opened on one line. */
const NESTED = /^(?:[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])[ \t])){100}/m;

/**
 * Whether parsing `text` as Markdown could hold the page up for seconds: the parser takes time that
 * grows with the square of nested blocks, of runs of `~` and of references to footnotes. A memory
 * comes from outside, and a few kilobytes of these would freeze the tab of whoever opens it.
 */
export function isTooIntricate(text: string): boolean {
  return NESTED.test(text) || count(text, /~+/g) > MANY || count(text, /\[\^/g) > MANY;
}

const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;
