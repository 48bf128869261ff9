import { limits, tagNameSchema } from "@/lib/contract/memory";

/** What the list is narrowed to. `importance` is the minimum, 0–1; null where any will do. */
export type MemoryFilters = { q: string; tags: readonly string[]; importance: number | null };

export const noFilters: MemoryFilters = { q: "", tags: [], importance: null };

/** The contract's limit on `q`, in UTF-16 units. */
export const MAX_SEARCH_LENGTH = 500;

type Params = Pick<URLSearchParams, "get">;

/**
 * Reads filters from a page address. Addresses are typed and shared by people: a value that means
 * nothing is ignored, never an error.
 */
export function parseFilters(params: Params): MemoryFilters {
  const q = searchText(params.get("q") ?? "");
  const names = (params.get("tags") ?? "").split(",");
  const tags = [...new Set(names)]
    .filter((name) => tagNameSchema.safeParse(name).success)
    .slice(0, limits.tags);
  return { q, tags, importance: parseImportance(params.get("importance")) };
}

/** What is searched for when somebody types `text`: trimmed, short enough, nothing unsendable. */
export function searchText(text: string): string {
  return text.replaceAll("\0", "").trim().slice(0, MAX_SEARCH_LENGTH).toWellFormed();
}

function parseImportance(text: string | null): number | null {
  if (!text || !/^(\d+\.?\d*|\.\d+)$/.test(text)) return null;
  const value = Number(text);
  // A minimum of 0 excludes nothing on the scale of 0 to 1: it is no filter.
  return value > 0 && value <= 1 ? value : null;
}

/** The filters as query parameters, in a fixed order, absent where they filter nothing. */
export function filterParams(filters: MemoryFilters): URLSearchParams {
  const params = new URLSearchParams();
  if (filters.q) params.set("q", filters.q);
  if (filters.tags.length > 0) params.set("tags", filters.tags.join(","));
  if (filters.importance !== null) params.set("importance", String(filters.importance));
  return params;
}

/** `path` with the filters behind it; commas between tags stay readable. */
export function withFilters(path: string, filters: MemoryFilters): string {
  const query = filterParams(filters).toString().replaceAll("%2C", ",");
  return query ? `${path}?${query}` : path;
}

export function hasFilters({ q, tags, importance }: MemoryFilters): boolean {
  return q !== "" || tags.length > 0 || importance !== null;
}

/** Adds the tag, or takes it away when it is there. */
export function toggleTag(filters: MemoryFilters, name: string): MemoryFilters {
  const tags = filters.tags.includes(name)
    ? filters.tags.filter((tag) => tag !== name)
    : [...filters.tags, name];
  return { ...filters, tags };
}
