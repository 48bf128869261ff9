import { useQuery } from "@tanstack/react-query";
import { type Tag, tagListSchema } from "@/lib/contract/tag";
import { fetchJson } from "./fetch-json";
import { queryKeys } from "./query-keys";

/** `GET /api/tags`: every tag that Memoram holds for this person, by name. */
export function useTags() {
  return useQuery({
    queryKey: queryKeys.tags(),
    queryFn: ({ signal }) => fetchTags(signal),
    staleTime: 5 * 60_000,
  });
}

async function fetchTags(signal: AbortSignal): Promise<Tag[]> {
  const { data } = await fetchJson("/api/tags", { schema: tagListSchema, signal });
  return data.items.toSorted((a, b) => a.name.localeCompare(b.name));
}

/** What Memoram holds as each tag's colour, by name. */
export function tagColors(tags: readonly Tag[] | undefined): ReadonlyMap<string, string | null> {
  return new Map(tags?.map(({ name, color }) => [name, color]));
}
