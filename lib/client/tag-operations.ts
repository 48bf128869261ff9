import "@/lib/contract/no-eval";
import { type QueryClient, queryOptions, useQuery } from "@tanstack/react-query";
import { z } from "zod";
import {
  type CreateTagOperation,
  type TagOperation,
  tagOperationListSchema,
  tagOperationSchema,
} from "@/lib/contract/tag-operation";
import { isApiError } from "./errors";
import { fetchJson } from "./fetch-json";
import { queryKeys } from "./query-keys";

const PATH = "/api/tag-operations";

const operationsQuery = queryOptions({
  queryKey: queryKeys.tagOperations(),
  queryFn: async ({ signal }) =>
    (await fetchJson(PATH, { schema: tagOperationListSchema, signal })).data.items,
});

/** `GET /api/tag-operations`: renames, merges and removals that are not known to be finished, oldest first. */
export function useTagOperations() {
  return useQuery(operationsQuery);
}

/** `POST /api/tag-operations`: records a rename, merge or removal that is about to begin. */
export async function beginTagOperation(body: CreateTagOperation): Promise<TagOperation> {
  return (await fetchJson(PATH, { schema: tagOperationSchema, method: "POST", body })).data;
}

/**
 * `DELETE /api/tag-operations/{id}`: it is finished, or nobody will go on with it; what it has
 * changed stays. One that is gone already counts as ended.
 */
export async function endTagOperation(client: QueryClient, id: string): Promise<void> {
  try {
    await fetchJson(`${PATH}/${encodeURIComponent(id)}`, {
      schema: z.undefined(),
      method: "DELETE",
    });
  } catch (error) {
    if (!isApiError(error, "not-found")) throw error;
  }
  // A list that is being read was asked for before that, and must not bring it back.
  await client.cancelQueries(operationsQuery);
  client.setQueryData(operationsQuery.queryKey, (open) => open?.filter((other) => other.id !== id));
}

/** Reads the open ones again. */
export function refreshTagOperations(client: QueryClient): void {
  void client.invalidateQueries(operationsQuery);
}
