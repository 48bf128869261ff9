import { viewTests } from "@/lib/client/filters/matcher";
import { type View, views } from "@/lib/client/filters/memory-filters";
import type { Memory } from "@/lib/contract/memory";
import { differenceOf } from "./memory-difference";
import { momentOf, timesOf } from "./sort-orders";

/** `lastUsed`: when a memory that carries the tag last changed, ISO 8601. */
export type TagCount = { readonly count: number; readonly lastUsed: string };

/** How many memories there are of each kind, without any filters. Never changed in place. */
export type Counts = Readonly<Record<View, number>> & {
  readonly tags: ReadonlyMap<string, TagCount>;
  readonly sources: ReadonlyMap<string, number>;
};

export const noCounts: Counts = {
  all: 0,
  untagged: 0,
  important: 0,
  unsealed: 0,
  tags: new Map(),
  sources: new Map(),
};

/** Counts kept in step with the collection, memory by memory. See `SortedView` for `update`. */
export class RunningCounts {
  private last: readonly Memory[] = [];
  private counts = noCounts;

  update(memories: readonly Memory[]): Counts {
    if (memories === this.last) return this.counts;
    const { stale, fresh } = differenceOf(this.last, memories);
    this.last = memories;
    if (stale.length === 0 && fresh.length === 0) return this.counts;
    const byView = { ...this.counts };
    const tags = new Map(this.counts.tags);
    const sources = new Map(this.counts.sources);
    /** Tags whose last use went with a memory. */
    const unsure = new Set<string>();

    for (const memory of stale) {
      for (const view of views) byView[view] -= Number(viewTests[view](memory));
      if (memory.source) add(sources, memory.source, -1);
      for (const name of new Set(memory.tags)) {
        const tag = tags.get(name);
        if (!tag) continue;
        if (tag.lastUsed === memory.updatedAt) unsure.add(name);
        if (tag.count === 1) tags.delete(name);
        else tags.set(name, { ...tag, count: tag.count - 1 });
      }
    }
    for (const memory of fresh) {
      for (const view of views) byView[view] += Number(viewTests[view](memory));
      if (memory.source) add(sources, memory.source, 1);
      for (const name of new Set(memory.tags)) tags.set(name, withUse(tags.get(name), memory));
    }
    if (unsure.size > 0) findLastUses(tags, unsure, memories);
    this.counts = { ...byView, tags, sources };
    return this.counts;
  }
}

function add(counts: Map<string, number>, name: string, difference: 1 | -1): void {
  const count = (counts.get(name) ?? 0) + difference;
  if (count > 0) counts.set(name, count);
  else counts.delete(name);
}

function withUse(tag: TagCount | undefined, memory: Memory): TagCount {
  if (!tag) return { count: 1, lastUsed: memory.updatedAt };
  const isLater = timesOf(memory).updated > momentOf(tag.lastUsed);
  return { count: tag.count + 1, lastUsed: isLater ? memory.updatedAt : tag.lastUsed };
}

/** One way through all memories, for all the tags in question. */
function findLastUses(
  tags: Map<string, TagCount>,
  unsure: ReadonlySet<string>,
  memories: readonly Memory[],
): void {
  const last = new Map<string, Memory>();
  for (const memory of memories) {
    for (const name of memory.tags) {
      if (!unsure.has(name)) continue;
      const other = last.get(name);
      if (!other || timesOf(memory).updated > timesOf(other).updated) last.set(name, memory);
    }
  }
  for (const [name, memory] of last) {
    const tag = tags.get(name);
    if (tag) tags.set(name, { ...tag, lastUsed: memory.updatedAt });
  }
}
