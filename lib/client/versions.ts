import "@/lib/contract/no-eval";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { collectionOf } from "@/lib/client/collection/collection-of";
import { memorySchema } from "@/lib/contract/memory";
import { memoryVersionListSchema } from "@/lib/contract/version";
import { isApiError } from "./errors";
import { fetchJson } from "./fetch-json";
import { keepVersion } from "./keep-version";
import { queryKeys } from "./query-keys";

const versionsPath = (id: string) => `/api/memories/${encodeURIComponent(id)}/versions`;

/**
 * `GET /api/memories/{id}/versions`: what the memory said before each change, newest first. Asks
 * Memoram too, whether the memory is there: not to be asked for in passing.
 */
export function useVersions(id: string, { isWanted = true } = {}) {
  return useQuery({
    ...(isWanted ? {} : { enabled: false }),
    queryKey: queryKeys.memories.versions(id),
    queryFn: async ({ signal }) =>
      (await fetchJson(versionsPath(id), { schema: memoryVersionListSchema, signal })).data.items,
  });
}

/** `etag`: of the present version, which the restored one is to replace. */
export type RestoreVersionInput = { id: string; versionId: string; etag: string | null };

/**
 * `POST /api/memories/{id}/versions/{versionId}/restore`: the memory says again what it said then;
 * what it says now becomes a version. `edit-conflict` when it changed in the meantime.
 */
export function useRestoreVersion() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ id, versionId, etag: ifMatch }: RestoreVersionInput) => {
      const path = `${versionsPath(id)}/${encodeURIComponent(versionId)}/restore`;
      const { data, etag } = await fetchJson(path, {
        schema: memorySchema,
        method: "POST",
        ifMatch,
      });
      return { memory: data, etag };
    },
    onSuccess: async (restored) => {
      collectionOf(client).replace(restored.memory);
      void client.invalidateQueries({ queryKey: queryKeys.tags() });
      await keepVersion(client, restored);
    },
    onError: (error, { id }) => {
      if (!isApiError(error, "edit-conflict")) return;
      void client.invalidateQueries({ queryKey: queryKeys.memories.detail(id) });
    },
    onSettled: (_answer, _error, { id }) =>
      client.invalidateQueries({ queryKey: queryKeys.memories.versions(id) }),
  });
}
