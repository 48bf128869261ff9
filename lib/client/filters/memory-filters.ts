/** The four views of the side panel that are made of the person's memories. */
export const views = ["all", "untagged", "important", "unsealed"] as const;
export type View = (typeof views)[number];

export const sorts = ["newest", "oldest", "changed", "importance", "title"] as const;
export type Sort = (typeof sorts)[number];

/** Both ends count; null is an open end. An inverted range is kept as typed, and excludes all. */
export type LevelRange = { readonly min: number | null; readonly max: number | null };

/** The importance, 0–1, from which a memory belongs to the view "important". */
export const IMPORTANT = 0.8;

/** What the list is narrowed to, and its order. All of it stands in the address. */
export type MemoryFilters = {
  readonly view: View;
  /** As typed; see `parseSearch` for what it means. */
  readonly q: string;
  /** A memory must have all of these. */
  readonly tags: readonly string[];
  /** A memory must have none of these. */
  readonly not: readonly string[];
  readonly importance: LevelRange;
  readonly confidence: LevelRange;
  /** A memory comes from any of these. */
  readonly source: readonly string[];
  /** The first day of creation, `YYYY-MM-DD` in the browser's time zone. */
  readonly from: string | null;
  /** The last day of creation, that day included. */
  readonly to: string | null;
  readonly sort: Sort;
};

export const anyLevel: LevelRange = { min: null, max: null };

export const noFilters: MemoryFilters = {
  view: "all",
  q: "",
  tags: [],
  not: [],
  importance: anyLevel,
  confidence: anyLevel,
  source: [],
  from: null,
  to: null,
  sort: "newest",
};

/** Whether anything can be missing from the list on account of the filters; their order is none. */
export function hasFilters(filters: MemoryFilters): boolean {
  return (
    filters.view !== "all" ||
    filters.q !== "" ||
    filters.tags.length > 0 ||
    filters.not.length > 0 ||
    isBounded(filters.importance) ||
    isBounded(filters.confidence) ||
    filters.source.length > 0 ||
    filters.from !== null ||
    filters.to !== null
  );
}

/** The same order with nothing filtered. */
export function withoutFilters(filters: MemoryFilters): MemoryFilters {
  return { ...noFilters, sort: filters.sort };
}

export const isBounded = ({ min, max }: LevelRange): boolean => min !== null || max !== null;
