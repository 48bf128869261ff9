import {
  anyLevel,
  isBounded,
  type LevelRange,
  type MemoryFilters,
  type View,
} from "./memory-filters";
import { setTagState } from "./tag-state";

type FilterValue =
  | { kind: "view"; view: Exclude<View, "all"> }
  | { kind: "search"; q: string }
  | { kind: "tag"; name: string }
  | { kind: "not-tag"; name: string }
  | { kind: "importance"; range: LevelRange }
  | { kind: "confidence"; range: LevelRange }
  | { kind: "source"; sources: readonly string[] }
  | { kind: "dates"; from: string | null; to: string | null };

/** One filter that can be taken away by itself. `key` is stable for as long as it is set. */
export type ActiveFilter = FilterValue & {
  key: string;
  /** The given filters (usually newer ones) without this one. */
  without: (filters: MemoryFilters) => MemoryFilters;
};

/**
 * Every filter that is set, in the order of the address. Sources are one filter, since a memory
 * comes from any of them; the two ends of a range, or of the dates, are one each.
 */
export function activeFilters(filters: MemoryFilters): ActiveFilter[] {
  const active: ActiveFilter[] = [];
  const add = (value: FilterValue, key: string, without: ActiveFilter["without"]) =>
    active.push({ ...value, key, without });

  if (filters.view !== "all") {
    add({ kind: "view", view: filters.view }, "view", (now) => ({ ...now, view: "all" }));
  }
  if (filters.q !== "") {
    add({ kind: "search", q: filters.q }, "search", (now) => ({ ...now, q: "" }));
  }
  for (const name of filters.tags) {
    add({ kind: "tag", name }, `tag:${name}`, (now) => setTagState(now, name, "any"));
  }
  for (const name of filters.not) {
    add({ kind: "not-tag", name }, `not-tag:${name}`, (now) => setTagState(now, name, "any"));
  }
  for (const kind of ["importance", "confidence"] as const) {
    const range = filters[kind];
    if (isBounded(range)) add({ kind, range }, kind, (now) => ({ ...now, [kind]: anyLevel }));
  }
  if (filters.source.length > 0) {
    const { source: sources } = filters;
    add({ kind: "source", sources }, "source", (now) => ({ ...now, source: [] }));
  }
  const { from, to } = filters;
  if (from !== null || to !== null) {
    add({ kind: "dates", from, to }, "dates", (now) => ({ ...now, from: null, to: null }));
  }
  return active;
}
