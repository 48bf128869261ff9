import "@/lib/contract/no-eval";
import { useInfiniteQuery } from "@tanstack/react-query";
import { type ActivityItem, activityPageSchema } from "@/lib/contract/activity";
import type { ActivityFilters } from "./activity-filters";
import { apiQuery } from "./activity-filters";
import { fetchJson } from "./fetch-json";
import { queryKeys } from "./query-keys";

type Asked = { query: URLSearchParams; key: readonly string[]; enabled: boolean };

function useActivityPages({ query, key, enabled }: Asked) {
  return useInfiniteQuery({
    queryKey: key,
    queryFn: async ({ pageParam, signal }) => {
      const asked = new URLSearchParams(query);
      if (pageParam !== null) asked.set("cursor", pageParam);
      const path = `/api/activity${asked.size > 0 ? `?${asked}` : ""}`;
      return (await fetchJson(path, { schema: activityPageSchema, signal })).data;
    },
    enabled,
    // Whatever is done anywhere in the workspace is news here.
    staleTime: 0,
    initialPageParam: null as string | null,
    // A cursor seen before would go round for ever.
    getNextPageParam: ({ nextCursor }, _pages, _last, cursors) =>
      nextCursor !== null && !cursors.includes(nextCursor) ? nextCursor : null,
    select: ({ pages }) => inOrder(pages.flatMap(({ items }) => items)),
  });
}

export type LoadedActivity = ReturnType<typeof useActivityPages>;

/** A job that went on between two pages may come twice: in its later place it is newer. */
export function inOrder(items: readonly ActivityItem[]): ActivityItem[] {
  const jobs = new Set<string>();
  return items.filter(({ job }) => {
    if (job === null || job.changes === 1) return true;
    const name = `${job.kind} ${job.id}`;
    if (jobs.has(name)) return false;
    jobs.add(name);
    return true;
  });
}

/** `GET /api/activity` page by page, the latest first. */
export function useActivity(filters: ActivityFilters): LoadedActivity {
  const query = apiQuery(filters);
  return useActivityPages({
    query,
    key: queryKeys.activity.list(query.toString()),
    enabled: true,
  });
}

/** The single changes of a job, those that fit the filters; asked for once `isOpen`. */
export function useJobActivity(
  id: string,
  filters: ActivityFilters,
  isOpen: boolean,
): LoadedActivity {
  const query = apiQuery(filters);
  const key = queryKeys.activity.job(id, query.toString());
  query.set("job", id);
  return useActivityPages({ query, key, enabled: isOpen });
}
