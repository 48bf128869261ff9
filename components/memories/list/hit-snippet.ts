import { plainText, snippetOf } from "@/components/memories/memory-text";
import { findHits } from "@/lib/client/search/find-hits";
import { fold } from "@/lib/client/search/fold";
import type { Search } from "@/lib/client/search/parse-search";
import type { Memory } from "@/lib/contract/memory";

/** As much of a text as is folded at once; far behind the longest word there is room for a hit. */
const WINDOW = 4_000;
const OVERLAP = 600;

/** What stands before a hit, so that it is seen in the first of two lines. */
const BEFORE = 32;
const AFTER = 200;

/**
 * The lines under a title: as without a search, unless a word that was searched for is neither
 * there nor in the title. Then the surroundings of its first place in summary or content.
 */
export function hitSnippet(memory: Memory, search: Search): string {
  const snippet = snippetOf(memory);
  if (search.all.length === 0) return snippet;
  const shown = fold(`${memory.title ?? ""}\0${snippet}`);
  const missing = search.all.filter((word) => !shown.includes(word));
  if (missing.length === 0) return snippet;
  for (const text of [memory.summary, memory.content]) {
    const around = text && surroundings(text, { ...search, all: missing });
    if (around) return around;
  }
  return snippet;
}

function surroundings(text: string, search: Search): string | null {
  const at = firstHit(text, search);
  if (at === null) return null;
  let start = Math.max(0, at - BEFORE);
  if (start > 0) {
    // From the beginning of a word, and not from the middle of a character.
    const space = text.slice(start, at).search(/\s/);
    if (space >= 0) start += space + 1;
    else if (/[\uDC00-\uDFFF]/.test(text.charAt(start))) start += 1;
  }
  const end = Math.min(text.length, at + AFTER);
  const part = plainText(text.slice(start, end).replace(/[\uD800-\uDBFF]$/, ""));
  return `${start > 0 ? "…" : ""}${part}${end < text.length ? "…" : ""}`;
}

/** Where the first word is found: in windows, so that a long content costs only what is needed. */
function firstHit(text: string, search: Search): number | null {
  for (let start = 0; start < text.length; start += WINDOW - OVERLAP) {
    const [hit] = findHits(text.slice(start, start + WINDOW), search);
    if (hit) return start + hit.start;
  }
  return null;
}
