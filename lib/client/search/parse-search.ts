import { fold } from "./fold";

/** A search understood. Every text is folded, none is empty. */
export type Search = {
  /** Each has to be found. */
  readonly all: readonly string[];
  /** None may be found. */
  readonly none: readonly string[];
  /** The words of `all` as typed, without quotes. */
  readonly words: readonly string[];
};

export const emptySearch: Search = { all: [], none: [], words: [] };

const opening = '"“„«';
const closing = '"”“»';

/** `-` at the beginning excludes; quotes hold a phrase together, to the end if nothing closes them. */
const token = new RegExp(`(-?)(?:[${opening}]([^${closing}]*)(?:[${closing}]|$)|(\\S+))`, "g");

/**
 * Understands what somebody typed: words all of which are to be found, in any order, also inside
 * longer words; `"quoted phrases"`; `-word` and `-"phrase"` for what must not be found. Never
 * refuses: what means nothing (a lone `-`, empty quotes) is left out.
 */
export function parseSearch(q: string): Search {
  const all: string[] = [];
  const none: string[] = [];
  const words: string[] = [];
  for (const [, minus, phrase, word] of q.replaceAll("\0", "").matchAll(token)) {
    const text = phrase ?? word ?? "";
    const folded = fold(text).trim();
    if (folded === "" || (folded === "-" && phrase === undefined)) continue;
    const list = minus ? none : all;
    if (list.includes(folded)) continue;
    list.push(folded);
    if (!minus) words.push(text.trim());
  }
  return { all, none, words };
}

export const isEmptySearch = ({ all, none }: Search) => all.length === 0 && none.length === 0;
