import "@/lib/contract/no-eval";
import {
  keepPreviousData,
  mutationOptions,
  type QueryClient,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import { z } from "zod";
import { collectionOf } from "@/lib/client/collection/collection-of";
import type { MemoryFilters } from "@/lib/client/filters/memory-filters";
import {
  type CreateMemory,
  type Memory,
  memoryPageSchema,
  memorySchema,
  type UpdateMemory,
} from "@/lib/contract/memory";
import { isApiError } from "./errors";
import { fetchJson } from "./fetch-json";
import { loadedMemories } from "./memory-cache";
import {
  holdLists,
  listedMemory,
  prependToList,
  refreshLists,
  replaceInLists,
  restoreToLists,
  takeFromLists,
} from "./memory-lists";
import { applyPatch } from "./memory-patch";
import { queryKeys } from "./query-keys";

/** A memory and the strong ETag of the version read; null while only the list's row is known. */
export type MemoryVersion = { memory: Memory; etag: string | null };

const memoryPath = (id: string) => `/api/memories/${encodeURIComponent(id)}`;

/** `GET /api/memories` page by page; `data` is every loaded memory once, in the list's order. */
export function useMemories(filters: MemoryFilters) {
  return useInfiniteQuery({
    queryKey: queryKeys.memories.list(filters),
    queryFn: async ({ pageParam, signal }) => {
      const params = listParams(filters);
      if (pageParam !== null) params.set("cursor", pageParam);
      const path = params.size > 0 ? `/api/memories?${params}` : "/api/memories";
      return (await fetchJson(path, { schema: memoryPageSchema, signal })).data;
    },
    initialPageParam: null as string | null,
    // A cursor seen before would go round for ever.
    getNextPageParam: ({ nextCursor }, _pages, _last, cursors) =>
      nextCursor !== null && !cursors.includes(nextCursor) ? nextCursor : null,
    select: loadedMemories,
    // While another search is under way the last answer stays, marked by `isPlaceholderData`.
    placeholderData: keepPreviousData,
  });
}

/** What Memoram itself can filter by, of all that the filters say. */
function listParams({ q, tags, importance }: MemoryFilters): URLSearchParams {
  const params = new URLSearchParams();
  if (q !== "") params.set("q", q);
  if (tags.length > 0) params.set("tags", tags.join(","));
  if (importance.min !== null) params.set("importance", String(importance.min));
  return params;
}

/** `GET /api/memories/{id}`; shows the list's row until the answer with its ETag is here. */
export function useMemory(id: string) {
  const client = useQueryClient();
  return useQuery({
    queryKey: queryKeys.memories.detail(id),
    queryFn: ({ signal }) => fetchMemory(client, id, signal),
    placeholderData: (): MemoryVersion | undefined => {
      const memory = collectionOf(client).get(id) ?? listedMemory(client, id);
      return memory && { memory, etag: null };
    },
  });
}

/** Reads the newest version past every cache, and puts it there. */
export function useFetchNewest() {
  const client = useQueryClient();
  return (id: string) =>
    client.fetchQuery({
      queryKey: queryKeys.memories.detail(id),
      queryFn: ({ signal }) => fetchMemory(client, id, signal),
      staleTime: 0,
    });
}

/** What is read of one memory is news for the collection too. */
async function fetchMemory(
  client: QueryClient,
  id: string,
  signal: AbortSignal,
): Promise<MemoryVersion> {
  const collection = collectionOf(client);
  const mark = collection.mark();
  try {
    const { data, etag } = await fetchJson(memoryPath(id), { schema: memorySchema, signal });
    collection.accept([data], mark);
    return { memory: data, etag };
  } catch (error) {
    if (isApiError(error, "not-found")) collection.miss(id, mark);
    throw error;
  }
}

/** `POST /api/memories`. The key comes from `createAttempts`: a repeated attempt repeats it. */
export function useCreateMemory() {
  return useMutation(createMutation(useQueryClient()));
}

export function createMutation(client: QueryClient) {
  return mutationOptions({
    mutationFn: async (input: { body: CreateMemory; idempotencyKey: string }) => {
      const { data, etag } = await fetchJson("/api/memories", {
        schema: memorySchema,
        method: "POST",
        ...input,
      });
      return { memory: data, etag };
    },
    onSuccess: (created) => {
      keepVersion(client, created);
      collectionOf(client).upsert([created.memory]);
      prependToList(client, created.memory);
      refreshLists(client);
      refreshTags(client, created.memory.tags);
    },
  });
}

export type UpdateInput = { base: MemoryVersion; patch: UpdateMemory };

/**
 * `PATCH /api/memories/{id}` with the ETag of the version the change was made from. The lists show
 * the change at once, and the older row again when it is refused.
 */
export function useUpdateMemory() {
  return useMutation(updateMutation(useQueryClient()));
}

export function updateMutation(client: QueryClient) {
  return mutationOptions({
    mutationFn: async ({ base, patch }: UpdateInput) => {
      const { data, etag } = await fetchJson(memoryPath(base.memory.id), {
        schema: memorySchema,
        method: "PATCH",
        body: patch,
        ifMatch: base.etag,
      });
      return { memory: data, etag };
    },
    onMutate: async ({ base, patch }) => {
      const { id } = base.memory;
      const collection = collectionOf(client);
      const before = collection.get(id) ?? listedMemory(client, id) ?? base.memory;
      const after = applyPatch(before, patch, new Date().toISOString());
      const hold = collection.hold(id, after);
      await holdLists(client);
      replaceInLists(client, after);
      return { before, hold };
    },
    onError: (_error, _input, context) => {
      context?.hold.release();
      if (context) replaceInLists(client, context.before);
    },
    onSuccess: (saved, { patch }, { hold }) => {
      keepVersion(client, saved);
      hold.commit(saved.memory);
      replaceInLists(client, saved.memory);
      refreshLists(client);
      void client.invalidateQueries({ queryKey: queryKeys.memories.versions(saved.memory.id) });
      if (patch.tags) refreshTags(client, patch.tags);
      void client.invalidateQueries({ queryKey: queryKeys.memories.versions(saved.memory.id) });
    },
  });
}

/**
 * `DELETE /api/memories/{id}`, final in Memoram; the trash keeps a copy. Every list lets go of the
 * memory at once and takes it back, in its place, when the deletion fails. One that is gone already
 * counts as deleted.
 */
export function useDeleteMemory() {
  return useMutation(deleteMutation(useQueryClient()));
}

export function deleteMutation(client: QueryClient) {
  return mutationOptions({
    mutationFn: async ({ memory, etag }: MemoryVersion) => {
      try {
        await fetchJson(memoryPath(memory.id), {
          schema: z.undefined(),
          method: "DELETE",
          ifMatch: etag,
        });
      } catch (error) {
        if (!isApiError(error, "not-found")) throw error;
      }
    },
    onMutate: async ({ memory }) => {
      const removal = collectionOf(client).remove(memory.id);
      await holdLists(client);
      return { removal, places: takeFromLists(client, memory.id) };
    },
    onError: (error, { memory }, context) => {
      context?.removal.undo();
      restoreToLists(client, context?.places ?? []);
      if (isApiError(error, "edit-conflict")) {
        void client.invalidateQueries({ queryKey: queryKeys.memories.detail(memory.id) });
        refreshLists(client);
      }
    },
    onSuccess: (_answer, { memory }, { removal }) => {
      removal.commit();
      client.removeQueries({ queryKey: queryKeys.memories.detail(memory.id) });
      void client.invalidateQueries({ queryKey: queryKeys.trash() });
    },
  });
}

function keepVersion(client: QueryClient, version: MemoryVersion): void {
  client.setQueryData(queryKeys.memories.detail(version.memory.id), version);
}

/** New names become tags in Memoram: the list of tags is read again when one is unknown. */
function refreshTags(client: QueryClient, names: readonly string[]): void {
  if (names.length > 0) void client.invalidateQueries({ queryKey: queryKeys.tags() });
}
