import { fold, foldWithOffsets } from "./fold";
import type { Search } from "./parse-search";

/** A part of a text, in UTF-16 units; `end` is the first unit behind it. */
export type Hit = { start: number; end: number };

/**
 * Where in `text` the words of `search` stand, for marking them: in order, without overlaps, in
 * offsets of `text` itself. A hit covers whole characters with their marks: `fi` in `ﬁ` is all of
 * the ligature.
 */
export function findHits(text: string, search: Search): Hit[] {
  if (search.all.length === 0) return [];
  const quick = fold(text);
  const wanted = search.all.filter((word) => quick.includes(word));
  if (wanted.length === 0) return [];
  const folded = foldWithOffsets(text);
  const hits = wanted.flatMap((word) => {
    const found: Hit[] = [];
    let at = folded.text.indexOf(word);
    while (at >= 0) {
      const start = folded.starts[at];
      const end = folded.ends[at + word.length - 1];
      if (start !== undefined && end !== undefined) found.push({ start, end });
      at = folded.text.indexOf(word, at + 1);
    }
    return found;
  });
  return merge(hits);
}

/** Hits that overlap or touch become one. */
function merge(hits: Hit[]): Hit[] {
  const merged: Hit[] = [];
  for (const hit of hits.sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last && hit.start <= last.end) last.end = Math.max(last.end, hit.end);
    else merged.push({ ...hit });
  }
  return merged;
}
