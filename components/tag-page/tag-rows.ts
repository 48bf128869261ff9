import type { Tag } from "@/lib/contract/tag";

/** How often a tag occurs, and when a memory that carries it was changed last (ISO 8601). */
export type TagUsage = { count: number; lastUsed: string | null };

/** One line of the page. `isEnabled` is Memoram's: a tag may be switched off there. */
export type TagRow = TagUsage & {
  name: string;
  color: string | null;
  description: string | null;
  isEnabled: boolean;
};

/** Tags that memories carry, and those that only Memoram still knows. */
export type TagRows = { used: TagRow[]; unused: TagRow[] };

/**
 * Brings together the tags that Memoram names and those found on memories: either may know some
 * that the other does not. Names differ by case, as in Memoram.
 */
export function tagRows(tags: readonly Tag[], usage: ReadonlyMap<string, TagUsage>): TagRows {
  const rows = new Map<string, TagRow>();
  for (const { name, color, description, isEnabled } of tags) {
    const use = usage.get(name) ?? { count: 0, lastUsed: null };
    // Two tags of one name are one to whoever reads: memories carry names.
    if (!rows.has(name)) rows.set(name, { ...use, name, color, description, isEnabled });
  }
  for (const [name, use] of usage) {
    if (rows.has(name) || use.count === 0) continue;
    rows.set(name, { ...use, name, color: null, description: null, isEnabled: true });
  }
  const all = [...rows.values()];
  return { used: all.filter(({ count }) => count > 0), unused: all.filter(({ count }) => !count) };
}

export const tagSorts = ["name", "count", "used"] as const;
export type TagSort = (typeof tagSorts)[number];

export const isTagSort = (text: string | null): text is TagSort =>
  tagSorts.some((sort) => sort === text);

/** By name; or most used or last used first, those alike by name. `compare` knows the language. */
export function sortTags(
  rows: readonly TagRow[],
  sort: TagSort,
  compare: (a: string, b: string) => number,
): TagRow[] {
  const byName = (a: TagRow, b: TagRow) => compare(a.name, b.name) || (a.name < b.name ? -1 : 1);
  if (sort === "name") return rows.toSorted(byName);
  if (sort === "count") return rows.toSorted((a, b) => b.count - a.count || byName(a, b));
  return rows.toSorted((a, b) => timeOf(b) - timeOf(a) || byName(a, b));
}

/** What cannot be read as a time is the longest ago. */
function timeOf({ lastUsed }: TagRow): number {
  const time = Date.parse(lastUsed ?? "");
  return Number.isNaN(time) ? Number.NEGATIVE_INFINITY : time;
}
