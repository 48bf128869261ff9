import type { MemoryFilters } from "./memory-filters";

/** What the filters say about one tag: a memory must have it, must not have it, or either. */
export type TagState = "must" | "not" | "any";

export function tagState(filters: MemoryFilters, name: string): TagState {
  if (filters.tags.includes(name)) return "must";
  return filters.not.includes(name) ? "not" : "any";
}

export function setTagState(filters: MemoryFilters, name: string, state: TagState): MemoryFilters {
  if (tagState(filters, name) === state) return filters;
  const others = (names: readonly string[]) => names.filter((other) => other !== name);
  const tags = others(filters.tags);
  const not = others(filters.not);
  if (state === "must") tags.push(name);
  if (state === "not") not.push(name);
  return { ...filters, tags, not };
}

const next: Record<TagState, TagState> = { any: "must", must: "not", not: "any" };

/** any → must → not → any. */
export function cycleTag(filters: MemoryFilters, name: string): MemoryFilters {
  return setTagState(filters, name, next[tagState(filters, name)]);
}
