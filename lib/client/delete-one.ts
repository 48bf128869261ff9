import "@/lib/contract/no-eval";
import { z } from "zod";
import type { ActivityJob } from "@/lib/contract/activity";
import { KEPT_HEADER } from "@/lib/contract/trash";
import { isApiError } from "./errors";
import { fetchJson } from "./fetch-json";

/**
 * What a deletion came to. `kept`: a copy lies in the trash, so it can be undone. `final`: nobody can
 * bring it back. `gone`: it was not there any more; whoever deleted it, it was not this call.
 */
export type Deletion = "kept" | "final" | "gone";

type Options = {
  /** The ETag of the version that is meant; a newer one is not deleted. */
  ifMatch: string | null;
  job?: ActivityJob;
  fetch?: typeof globalThis.fetch;
  signal?: AbortSignal;
};

/**
 * `DELETE /api/memories/{id}`, final in Memoram. Whether the trash kept a copy is what the answer
 * says; one that does not say so is taken for final. Throws as `fetchJson` does, but for not-found.
 */
export async function deleteOne(id: string, options: Options): Promise<Deletion> {
  try {
    const { headers } = await fetchJson(`/api/memories/${encodeURIComponent(id)}`, {
      schema: z.undefined(),
      method: "DELETE",
      ...options,
    });
    return headers.get(KEPT_HEADER) === "kept" ? "kept" : "final";
  } catch (error) {
    if (isApiError(error, "not-found")) return "gone";
    throw error;
  }
}
