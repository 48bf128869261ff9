import "@/lib/contract/no-eval";
import {
  type InfiniteData,
  infiniteQueryOptions,
  type QueryClient,
  useInfiniteQuery,
  useMutation,
  useQueryClient,
} from "@tanstack/react-query";
import { useMemo } from "react";
import { z } from "zod";
import { collectionOf } from "@/lib/client/collection/collection-of";
import { memorySchema } from "@/lib/contract/memory";
import {
  type TrashItem,
  type TrashPage,
  trashIdsSchema,
  trashPageSchema,
} from "@/lib/contract/trash";
import { isApiError } from "./errors";
import { fetchJson } from "./fetch-json";
import { keepVersion } from "./keep-version";
import { queryKeys } from "./query-keys";

/** The trash as far as it is loaded, each item once; `total` counts all of it. */
export type LoadedTrash = { items: TrashItem[]; total: number };

/** The copies that this tab knows to be gone: a page asked for earlier may still bring them. */
const known = new WeakMap<QueryClient, Set<string>>();

function goneOf(client: QueryClient): Set<string> {
  let gone = known.get(client);
  if (!gone) {
    gone = new Set();
    known.set(client, gone);
  }
  return gone;
}

/** `GET /api/trash` page by page, the latest deleted first. */
export function trashQuery(client: QueryClient) {
  return infiniteQueryOptions({
    queryKey: queryKeys.trash(),
    queryFn: async ({ pageParam, signal }) => {
      const query = pageParam === null ? "" : `?${new URLSearchParams({ cursor: pageParam })}`;
      return (await fetchJson(`/api/trash${query}`, { schema: trashPageSchema, signal })).data;
    },
    initialPageParam: null as string | null,
    // A cursor seen before would go round for ever.
    getNextPageParam: ({ nextCursor }, _pages, _last, cursors) =>
      nextCursor !== null && !cursors.includes(nextCursor) ? nextCursor : null,
    select: ({ pages }) => loadedTrash(pages, goneOf(client)),
  });
}

export function useTrash() {
  const client = useQueryClient();
  // The same function from one drawing to the next: thousands of items are sorted out once.
  return useInfiniteQuery(useMemo(() => trashQuery(client), [client]));
}

/**
 * Something deleted between two pages moves the rest along: an item may come twice. What is known to
 * be gone is left out.
 */
export function loadedTrash(
  pages: readonly TrashPage[],
  gone: ReadonlySet<string> = new Set(),
): LoadedTrash {
  const once = new Map(
    pages.flatMap((page) => page.items.map((item) => [item.memory.id, item] as const)),
  );
  const items = [...once.values()].filter(({ memory }) => !gone.has(memory.id));
  const total = (pages.at(-1)?.total ?? 0) - (once.size - items.length);
  return { items, total: Math.max(total, items.length) };
}

/**
 * Takes copies that were restored or erased out of what is loaded, without reading it again; those
 * of pages that are not here yet are counted no more. A page of which the last item went still leads
 * on to the next.
 */
export function takeOutOfTrash(client: QueryClient, ids: Iterable<string>): void {
  const gone = goneOf(client);
  const fresh = new Set([...ids].filter((id) => !gone.has(id)));
  if (fresh.size === 0) return;
  for (const id of fresh) gone.add(id);
  client.setQueryData<InfiniteData<TrashPage, string | null>>(
    queryKeys.trash(),
    (loaded) =>
      loaded && {
        ...loaded,
        pages: loaded.pages.map((page) => ({
          ...page,
          items: page.items.filter(({ memory }) => !fresh.has(memory.id)),
          total: Math.max(0, page.total - fresh.size),
        })),
      },
  );
}

/** `GET /api/trash-ids`: the ids of all that lies in the trash, the latest deleted first. */
export async function fetchTrashIds(): Promise<string[]> {
  return (await fetchJson("/api/trash-ids", { schema: trashIdsSchema })).data.ids;
}

const itemPath = (id: string) => `/api/trash/${encodeURIComponent(id)}`;

/** `POST /api/trash/{id}/restore`; the answer is the memory under its new id. */
export function useRestore() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (id: string) => {
      const { data, etag } = await fetchJson(`${itemPath(id)}/restore`, {
        schema: memorySchema,
        method: "POST",
      });
      return { memory: data, etag };
    },
    onSuccess: async (restored, id) => {
      letGo(client, id);
      collectionOf(client).upsert([restored.memory]);
      void client.invalidateQueries({ queryKey: queryKeys.tags() });
      await keepVersion(client, restored);
    },
    onError: () => refreshTrash(client),
  });
}

/** `DELETE /api/trash/{id}`: erases the copy. One that is gone already counts as erased. */
export function useDeleteForEver() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (id: string) => {
      try {
        await fetchJson(itemPath(id), { schema: z.undefined(), method: "DELETE" });
      } catch (error) {
        if (!isApiError(error, "not-found")) throw error;
      }
    },
    onSuccess: (_answer, id) => letGo(client, id),
    onError: () => refreshTrash(client),
  });
}

/** `DELETE /api/trash`: erases every copy. */
export function useEmptyTrash() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async () => {
      await fetchJson("/api/trash", { schema: z.undefined(), method: "DELETE" });
    },
    onSettled: () => refreshTrash(client),
  });
}

/** One copy went: what is loaded is true without it, and is read again with the next look. */
function letGo(client: QueryClient, id: string): void {
  takeOutOfTrash(client, [id]);
  void client.invalidateQueries({ queryKey: queryKeys.trash(), refetchType: "none" });
}

function refreshTrash(client: QueryClient): Promise<void> {
  return client.invalidateQueries({ queryKey: queryKeys.trash() });
}
