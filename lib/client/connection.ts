import "@/lib/contract/no-eval";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { z } from "zod";
import { type Connection, connectionSchema } from "@/lib/contract/connection";
import { dropEverything, dropMemories } from "./drop-everything";
import { fetchJson } from "./fetch-json";
import { queryKeys } from "./query-keys";

/** While a request waits for approval; the server asks Memoram at most once in 2 s. */
const POLL_MS = 2_500;

/** `GET /api/connection`, again every 2.5 s while something is under way, and on focus. */
export function useConnection() {
  return useQuery({
    queryKey: queryKeys.connection(),
    queryFn: async ({ signal }) =>
      (await fetchJson("/api/connection", { schema: connectionSchema, signal })).data,
    refetchInterval: (query) => (isUnderWay(query.state.data) ? POLL_MS : false),
    refetchOnWindowFocus: "always",
    staleTime: 0,
  });
}

/** `authorized` moves on to `pending` by itself once Memoram has taken the request. */
function isUnderWay(connection: Connection | undefined): boolean {
  return connection?.status === "pending" || connection?.status === "authorized";
}

/** `POST /api/connection/access-request`: asks again after a rejection, a revocation, a failure. */
export function useAskForAccess() {
  const accept = useAcceptConnection();
  return useMutation({
    mutationFn: async (input: { reason?: string } = {}) =>
      (
        await fetchJson("/api/connection/access-request", {
          schema: connectionSchema,
          method: "POST",
          body: input,
        })
      ).data,
    onSuccess: accept,
  });
}

/** `PUT /api/connection/memory-key`: connects with a Memory Key that the person pasted. */
export function usePasteMemoryKey() {
  const accept = useAcceptConnection();
  return useMutation({
    mutationFn: async (input: { memoryKey: string }) =>
      (
        await fetchJson("/api/connection/memory-key", {
          schema: connectionSchema,
          method: "PUT",
          body: input,
        })
      ).data,
    onSuccess: accept,
  });
}

/**
 * `DELETE /api/connection`: erases the secrets; the session stays. The page is loaded anew: whatever
 * stands around it would go on asking for memories, and be refused.
 */
export function useDisconnect() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async () => {
      await fetchJson("/api/connection", { schema: z.undefined(), method: "DELETE" });
    },
    onSuccess: () => {
      dropEverything(client);
      window.location.reload();
    },
  });
}

/** Takes an answered connection as the new truth; what was read under an older one is dropped. */
function useAcceptConnection() {
  const client = useQueryClient();
  return async (connection: Connection) => {
    await client.cancelQueries({ queryKey: queryKeys.connection() });
    client.setQueryData(queryKeys.connection(), connection);
    dropMemories(client);
  };
}
