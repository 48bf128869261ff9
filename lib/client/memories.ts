import "@/lib/contract/no-eval";
import {
  mutationOptions,
  type QueryClient,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import { collectionOf } from "@/lib/client/collection/collection-of";
import {
  type CreateMemory,
  type Memory,
  memorySchema,
  type UpdateMemory,
} from "@/lib/contract/memory";
import { deleteOne } from "./delete-one";
import { isApiError } from "./errors";
import { fetchJson } from "./fetch-json";
import { keepVersion } from "./keep-version";
import { applyPatch } from "./memory-patch";
import { queryKeys } from "./query-keys";

/** A memory and the strong ETag of the version read; null while only the list's row is known. */
export type MemoryVersion = { memory: Memory; etag: string | null };

const memoryPath = (id: string) => `/api/memories/${encodeURIComponent(id)}`;

/** `GET /api/memories/{id}`; shows the list's row until the answer with its ETag is here. */
export function useMemory(id: string) {
  const client = useQueryClient();
  return useQuery({
    queryKey: queryKeys.memories.detail(id),
    queryFn: ({ signal }) => fetchMemory(client, id, signal),
    placeholderData: (): MemoryVersion | undefined => {
      const memory = collectionOf(client).get(id);
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
    onSuccess: async (created) => {
      collectionOf(client).upsert([created.memory]);
      refreshTags(client, created.memory.tags);
      await keepVersion(client, created);
    },
  });
}

export type UpdateInput = { base: MemoryVersion; patch: UpdateMemory };

/**
 * `PATCH /api/memories/{id}` with the ETag of the version the change was made from. The list shows
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
    onMutate: ({ base, patch }) => {
      const { id } = base.memory;
      const collection = collectionOf(client);
      const before = collection.get(id) ?? base.memory;
      const hold = collection.hold(id, applyPatch(before, patch, new Date().toISOString()));
      return { hold };
    },
    onError: (_error, _input, context) => context?.hold.release(),
    onSuccess: async (saved, { patch }, { hold }) => {
      hold.commit(saved.memory);
      if (patch.tags) refreshTags(client, patch.tags);
      void client.invalidateQueries({ queryKey: queryKeys.memories.versions(saved.memory.id) });
      await keepVersion(client, saved);
    },
  });
}

/**
 * `DELETE /api/memories/{id}`, final in Memoram; the trash keeps a copy. The list lets go of the
 * memory at once and takes it back, in its place, when the deletion fails. Resolves with what it
 * came to.
 */
export function useDeleteMemory() {
  return useMutation(deleteMutation(useQueryClient()));
}

export function deleteMutation(client: QueryClient) {
  return mutationOptions({
    mutationFn: ({ memory, etag }: MemoryVersion) => deleteOne(memory.id, { ifMatch: etag }),
    onMutate: ({ memory }) => ({ removal: collectionOf(client).remove(memory.id) }),
    onError: (error, { memory }, context) => {
      context?.removal.undo();
      if (isApiError(error, "edit-conflict")) {
        // What it says now is news for the list too.
        const queryKey = queryKeys.memories.detail(memory.id);
        void client.invalidateQueries({ queryKey, refetchType: "all" });
      }
    },
    onSuccess: (_answer, { memory }, { removal }) => {
      removal.commit();
      client.removeQueries({ queryKey: queryKeys.memories.detail(memory.id) });
      void client.invalidateQueries({ queryKey: queryKeys.trash() });
    },
  });
}

/** New names become tags in Memoram: the list of tags is read again when one is unknown. */
function refreshTags(client: QueryClient, names: readonly string[]): void {
  if (names.length > 0) void client.invalidateQueries({ queryKey: queryKeys.tags() });
}
