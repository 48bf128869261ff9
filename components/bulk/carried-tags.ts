import { compareNames } from "@/lib/client/page-collator";
import type { Memory } from "@/lib/contract/memory";

export type CarriedTag = { name: string; count: number };

/** Which tags these memories carry and how many of them carry each, the commonest first. */
export function carriedTags(memories: readonly Pick<Memory, "tags">[]): CarriedTag[] {
  const counts = new Map<string, number>();
  for (const { tags } of memories) {
    for (const name of new Set(tags)) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts]
    .map(([name, count]) => ({ name, count }))
    .sort((a, b) => b.count - a.count || compareNames(a.name, b.name));
}

/** How many of these memories carry at least one of `names`. */
export function carrying(
  memories: readonly Pick<Memory, "tags">[],
  names: ReadonlySet<string>,
): number {
  return memories.filter(({ tags }) => tags.some((name) => names.has(name))).length;
}

/** The importance that all of these memories share; undefined where they differ. */
export function sharedImportance(
  memories: readonly Pick<Memory, "importance">[],
): number | null | undefined {
  const [first, ...rest] = memories;
  if (!first) return undefined;
  return rest.every(({ importance }) => importance === first.importance)
    ? first.importance
    : undefined;
}
