import { sortOrders } from "@/lib/client/collection/sort-orders";
import { fold } from "@/lib/client/search/fold";
import { matches } from "@/lib/client/search/matches";
import type { Search } from "@/lib/client/search/parse-search";
import type { Memory } from "@/lib/contract/memory";

/** The best `MAX_HITS` and how many there are in all. */
export type MemoryHits = { top: readonly Memory[]; count: number };

export const MAX_HITS = 20;
export const noHits: MemoryHits = { top: [], count: 0 };

/** So long the page may wait for us at a time, in milliseconds. */
const SLICE_MS = 8;

type FindOptions = {
  signal: AbortSignal;
  /** Milliseconds, from any beginning. */
  now: () => number;
  /** Lets the page draw and answer the person. */
  pause: () => Promise<void>;
};

/**
 * Looks for `search` in title, summary, content, tags and source of every memory, in slices. Those
 * found by their title come first, then by their summary, then the others; alike, changed last
 * first. Throws the reason of `signal` when aborted.
 */
export async function findMemories(
  memories: readonly Memory[],
  search: Search,
  { signal, now, pause }: FindOptions,
): Promise<MemoryHits> {
  const ranks: Record<Rank, Memory[]> = { title: [], summary: [], other: [] };
  let count = 0;
  let since = now();
  for (const memory of memories) {
    if (now() - since > SLICE_MS) {
      await pause();
      signal.throwIfAborted();
      since = now();
    }
    if (!matches(memory, search)) continue;
    count += 1;
    insert(ranks[rankOf(memory, search)], memory);
  }
  const top = [...ranks.title, ...ranks.summary, ...ranks.other].slice(0, MAX_HITS);
  return { top, count };
}

type Rank = "title" | "summary" | "other";

function rankOf({ title, summary }: Memory, { all }: Search): Rank {
  const has = (text: string | null) => {
    const folded = fold(text ?? "");
    return all.every((word) => folded.includes(word));
  };
  if (has(title)) return "title";
  return has(summary) ? "summary" : "other";
}

/** Keeps `best` sorted, and short: whatever is behind the last one is shown to nobody. */
function insert(best: Memory[], memory: Memory): void {
  const place = best.findIndex((other) => sortOrders.changed(memory, other) < 0);
  if (place >= 0) best.splice(place, 0, memory);
  else if (best.length < MAX_HITS) best.push(memory);
  if (best.length > MAX_HITS) best.pop();
}
