import "@/lib/contract/no-eval";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { z } from "zod";
import { tellSignedOut } from "@/lib/client/browser-person";
import {
  DELETE_CONFIRMATION,
  endedSessionsSchema,
  sessionListSchema,
} from "@/lib/contract/account";
import { dropEverything } from "./drop-everything";
import { isApiError, OfflineError } from "./errors";
import { failureOf, fetchJson } from "./fetch-json";
import { queryKeys } from "./query-keys";
import { removeStored, storedKeys } from "./session-storage";

const SESSIONS = "/api/account/sessions";

/** `GET /api/account/sessions`: where this person is signed in. */
export function useSessions() {
  return useQuery({
    queryKey: queryKeys.sessions(),
    queryFn: async ({ signal }) =>
      (await fetchJson(SESSIONS, { schema: sessionListSchema, signal })).data.items,
  });
}

/** `DELETE /api/account/sessions/{id}`. One that is gone already counts as ended. */
export function useEndSession() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (id: string) => {
      try {
        await fetchJson(`${SESSIONS}/${encodeURIComponent(id)}`, {
          schema: z.undefined(),
          method: "DELETE",
        });
      } catch (error) {
        if (!isApiError(error, "not-found")) throw error;
      }
    },
    onSettled: () => client.invalidateQueries({ queryKey: queryKeys.sessions() }),
  });
}

/** `DELETE /api/account/sessions`: all but this one; the answer says how many there were. */
export function useEndOtherSessions() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async () =>
      (await fetchJson(SESSIONS, { schema: endedSessionsSchema, method: "DELETE" })).data.ended,
    onSettled: () => client.invalidateQueries({ queryKey: queryKeys.sessions() }),
  });
}

/**
 * `GET /api/account/export`, saved as a file once all of it is here: what breaks off on the way is a
 * failure and no file.
 */
export function useExport() {
  return useMutation({
    mutationFn: async () => {
      const file = await readExport();
      const address = URL.createObjectURL(file);
      const link = document.createElement("a");
      link.href = address;
      link.download = "keepsake.json";
      link.click();
      // The browser has taken hold of it by the time the next task runs.
      setTimeout(() => URL.revokeObjectURL(address), 0);
    },
  });
}

/** Throws `ApiError`, `OfflineError` as `fetchJson` does. */
export async function readExport(fetch = globalThis.fetch): Promise<Blob> {
  let response: Response;
  try {
    response = await fetch("/api/account/export", {
      credentials: "same-origin",
      redirect: "manual",
    });
    if (response.ok) return await response.blob();
  } catch (cause) {
    throw new OfflineError(cause);
  }
  throw failureOf(response, await response.text());
}

/** Whether the server knows no session of this browser's any more; false too where it cannot be asked. */
async function isSessionOver(fetch?: typeof globalThis.fetch): Promise<boolean> {
  try {
    await fetchJson(SESSIONS, { schema: sessionListSchema, fetch });
    return false;
  } catch (error) {
    return isApiError(error, "unauthenticated");
  }
}

/**
 * `DELETE /api/account`, as often as it is called. The session ends with the account: once an answer
 * was lost, that the session is over says that the account is deleted.
 */
export function accountDeletion(fetch?: typeof globalThis.fetch): () => Promise<void> {
  let isInDoubt = false;
  return async () => {
    try {
      await fetchJson("/api/account", {
        schema: z.undefined(),
        method: "DELETE",
        body: { confirm: DELETE_CONFIRMATION },
        fetch,
      });
    } catch (error) {
      if (isInDoubt && isApiError(error, "unauthenticated")) return;
      if (isApiError(error) && error.status < 500) throw error;
      isInDoubt = true;
      if (!(await isSessionOver(fetch))) throw error;
    }
  };
}

/**
 * Erases everything that Keepsake keeps of this person. Nothing read so far stays in this browser,
 * and another page is loaded.
 */
export function useDeleteAccount() {
  const client = useQueryClient();
  const [mutationFn] = useState(() => accountDeletion());
  return useMutation({
    mutationFn,
    onSuccess: () => {
      dropEverything(client);
      for (const key of storedKeys("keepsake")) removeStored(key);
      tellSignedOut();
      window.location.assign("/");
    },
  });
}
