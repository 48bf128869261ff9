import { queryOptions, useQuery } from "@tanstack/react-query";
import { type Tag, tagListSchema } from "@/lib/contract/tag";
import { fetchJson } from "./fetch-json";
import { compareNames } from "./page-collator";
import { queryKeys } from "./query-keys";

const tagsQuery = queryOptions({
  queryKey: queryKeys.tags(),
  queryFn: ({ signal }) => fetchTags(signal),
  staleTime: 5 * 60_000,
});

/** `GET /api/tags`: every tag that Memoram holds for this person, by name. */
export function useTags() {
  return useQuery(tagsQuery);
}

async function fetchTags(signal: AbortSignal): Promise<Tag[]> {
  const { data } = await fetchJson("/api/tags", { schema: tagListSchema, signal });
  return data.items.toSorted((a, b) => compareNames(a.name, b.name));
}

/** What Memoram holds as each tag's colour, by name; empty while that is unknown. */
export function useTagColors(): ReadonlyMap<string, string | null> {
  return useQuery({ ...tagsQuery, select: colorsByName }).data ?? noColors;
}

const noColors: ReadonlyMap<string, string | null> = new Map();

function colorsByName(tags: Tag[]): ReadonlyMap<string, string | null> {
  return new Map(tags.map(({ name, color }) => [name, color]));
}
