import "@/lib/contract/no-eval";
import {
  type QueryClient,
  useInfiniteQuery,
  useMutation,
  useQueryClient,
} from "@tanstack/react-query";
import { z } from "zod";
import { collectionOf } from "@/lib/client/collection/collection-of";
import { memorySchema } from "@/lib/contract/memory";
import { type TrashItem, type TrashPage, trashPageSchema } from "@/lib/contract/trash";
import { isApiError } from "./errors";
import { fetchJson } from "./fetch-json";
import { keepVersion } from "./keep-version";
import { queryKeys } from "./query-keys";

/** The trash as far as it is loaded, each item once; `total` counts all of it. */
export type LoadedTrash = { items: TrashItem[]; total: number };

/** `GET /api/trash` page by page, the latest deleted first. */
export function useTrash() {
  return useInfiniteQuery({
    queryKey: queryKeys.trash(),
    queryFn: async ({ pageParam, signal }) => {
      const query = pageParam === null ? "" : `?${new URLSearchParams({ cursor: pageParam })}`;
      return (await fetchJson(`/api/trash${query}`, { schema: trashPageSchema, signal })).data;
    },
    initialPageParam: null as string | null,
    // A cursor seen before would go round for ever.
    getNextPageParam: ({ nextCursor }, _pages, _last, cursors) =>
      nextCursor !== null && !cursors.includes(nextCursor) ? nextCursor : null,
    select: ({ pages }) => loadedTrash(pages),
  });
}

/** Something deleted between two pages moves the rest along: an item may come twice. */
export function loadedTrash(pages: readonly TrashPage[]): LoadedTrash {
  const items = pages.flatMap((page) => page.items);
  const once = [...new Map(items.map((item) => [item.memory.id, item])).values()];
  return { items: once, total: Math.max(pages.at(-1)?.total ?? 0, once.length) };
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
    onSuccess: async (restored) => {
      collectionOf(client).upsert([restored.memory]);
      void client.invalidateQueries({ queryKey: queryKeys.tags() });
      await keepVersion(client, restored);
    },
    onSettled: () => refreshTrash(client),
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
    onSettled: () => refreshTrash(client),
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

function refreshTrash(client: QueryClient): Promise<void> {
  return client.invalidateQueries({ queryKey: queryKeys.trash() });
}
