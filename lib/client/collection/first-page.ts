import "@/lib/contract/no-eval";
import { fetchJson } from "@/lib/client/fetch-json";
import { MAX_SEARCH_LENGTH } from "@/lib/client/filters/filter-address";
import type { MemoryFilters } from "@/lib/client/filters/memory-filters";
import { IMPORTANT } from "@/lib/client/filters/memory-filters";
import { parseSearch } from "@/lib/client/search/parse-search";
import { limits, type Memory, memoryPageSchema, tagNameSchema } from "@/lib/contract/memory";

/**
 * The list call that brings what these filters let through, or more than that, never less: the
 * server knows only some of the filters, and how Memoram searches is not documented. So it is
 * asked for the longest word alone, and the browser looks closer.
 */
export function firstPagePath(filters: MemoryFilters): string {
  const params = new URLSearchParams();
  const { words } = parseSearch(filters.q);
  const longest = words.reduce((one, other) => (other.length > one.length ? other : one), "");
  if (longest !== "") params.set("q", longest.slice(0, MAX_SEARCH_LENGTH).toWellFormed());
  const tags = filters.tags.filter((name) => tagNameSchema.safeParse(name).success);
  if (tags.length > 0) params.set("tags", tags.slice(0, limits.tags).join(","));
  const importance = Math.max(
    filters.importance.min ?? 0,
    filters.view === "important" ? IMPORTANT : 0,
  );
  if (importance > 0) params.set("importance", decimal(importance));
  return params.size > 0 ? `/api/memories?${params}` : "/api/memories";
}

/** Our API reads no exponents, which `String` writes for what is very small. */
const decimal = (value: number) => (value < 1e-6 ? "0.000001" : String(value));

/** The first page of a list call. Throws as `fetchJson` does. */
export async function fetchFirstPage(
  path: string,
  signal: AbortSignal,
  fetch: typeof globalThis.fetch,
): Promise<Memory[]> {
  return (await fetchJson(path, { schema: memoryPageSchema, signal, fetch })).data.items;
}
