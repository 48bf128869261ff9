import type { Memory } from "@/lib/contract/memory";

/** What is no longer in a list of memories, and what is new in it. A changed memory is in both. */
export type Difference = { stale: readonly Memory[]; fresh: readonly Memory[] };

/**
 * Tells what changed from one list of memories to the next. Memories are never changed in place, so
 * an object that is in both says nothing new, and neither does its place. Most lists differ from
 * the last in a few places or at their end: only the part between the first and the last difference
 * is looked at closely.
 */
export function differenceOf(before: readonly Memory[], after: readonly Memory[]): Difference {
  let start = 0;
  const shorter = Math.min(before.length, after.length);
  while (start < shorter && before[start] === after[start]) start += 1;
  let end = 0;
  while (
    end < shorter - start &&
    before[before.length - 1 - end] === after[after.length - 1 - end]
  ) {
    end += 1;
  }
  return differenceOfParts(
    before.slice(start, before.length - end),
    after.slice(start, after.length - end),
  );
}

function differenceOfParts(before: readonly Memory[], after: readonly Memory[]): Difference {
  if (before.length === 0 || after.length === 0) return { stale: before, fresh: after };
  const old = new Set(before);
  const fresh: Memory[] = [];
  // What is left over in the end is in the old list alone.
  for (const memory of after) if (!old.delete(memory)) fresh.push(memory);
  return { stale: [...old], fresh };
}
