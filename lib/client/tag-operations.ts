import "@/lib/contract/no-eval";
import { type QueryClient, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { z } from "zod";
import { bulkRunnerOf } from "@/lib/client/bulk/bulk-runner-of";
import { collectionOf } from "@/lib/client/collection/collection-of";
import {
  type CreateTagOperation,
  type TagOperation,
  tagOperationListSchema,
  tagOperationSchema,
} from "@/lib/contract/tag-operation";
import { isApiError } from "./errors";
import { fetchJson } from "./fetch-json";
import { queryKeys } from "./query-keys";

/** What other tools wrote before that is to be renamed too. */
const MAX_AGE_MS = 60_000;

const PATH = "/api/tag-operations";

/** `GET /api/tag-operations`: renames and merges that are not known to be finished, oldest first. */
export function useTagOperations() {
  return useQuery({
    queryKey: queryKeys.tagOperations(),
    queryFn: async ({ signal }) =>
      (await fetchJson(PATH, { schema: tagOperationListSchema, signal })).data.items,
  });
}

/**
 * `POST /api/tag-operations`, then the job over every memory that carries one of the names. The
 * operation stays open until the job got through all of them, so that whoever reloads the page can
 * go on with it (`useResumeTagOperation`). Resolves once the job is in line.
 */
export function useStartTagOperation() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (body: CreateTagOperation) => {
      const call = { schema: tagOperationSchema, method: "POST" as const, body };
      const { data } = await fetchJson(PATH, call);
      return { operation: data, jobId: await runTagOperation(client, data) };
    },
    onSettled: () => refreshOperations(client),
  });
}

/** Goes on with an operation that was begun earlier, in this tab or another. */
export function useResumeTagOperation() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (operation: TagOperation) => runTagOperation(client, operation),
  });
}

/** `DELETE /api/tag-operations/{id}`: nobody will go on with it. What it has changed stays. */
export function useDismissTagOperation() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: finishTagOperation,
    onSettled: () => refreshOperations(client),
  });
}

/** Puts the job in line, once all memories are known; the answer is its id. */
async function runTagOperation(client: QueryClient, operation: TagOperation): Promise<string> {
  const { from, to } = operation;
  const collection = collectionOf(client);
  await collection.whenComplete({ maxAge: MAX_AGE_MS });
  const items = collection
    .getSnapshot()
    .memories.filter(({ tags }) => tags.some((name) => name !== to && from.includes(name)))
    .map(({ id, title }) => ({ id, title }));
  const job = bulkRunnerOf(client).start({ kind: "replaceTags", from, to }, items);
  void job.ended.then(async ({ state, failed }) => {
    if (state !== "finished" || failed.length > 0) return;
    await finishTagOperation(operation.id).catch(() => undefined);
    await refreshOperations(client);
  });
  return job.id;
}

/** One that is finished already is none that failed. */
async function finishTagOperation(id: string): Promise<void> {
  try {
    await fetchJson(`${PATH}/${encodeURIComponent(id)}`, {
      schema: z.undefined(),
      method: "DELETE",
    });
  } catch (error) {
    if (!isApiError(error, "not-found")) throw error;
  }
}

function refreshOperations(client: QueryClient): Promise<void> {
  return client.invalidateQueries({ queryKey: queryKeys.tagOperations() });
}
