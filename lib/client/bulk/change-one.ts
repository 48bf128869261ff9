import "@/lib/contract/no-eval";
import { z } from "zod";
import { deleteOne } from "@/lib/client/delete-one";
import { isApiError } from "@/lib/client/errors";
import { fetchJson } from "@/lib/client/fetch-json";
import type { ActivityJob } from "@/lib/contract/activity";
import { type Memory, memorySchema, type UpdateMemory } from "@/lib/contract/memory";
import type { BulkAction } from "./job";
import { nextTags } from "./next-tags";

/** What became of one memory. `etag` belongs to `memory`, the newest version known. */
export type Outcome =
  | { kind: "unchanged"; memory: Memory; etag: string | null }
  | { kind: "written"; memory: Memory; etag: string | null }
  /** `isKept`: a copy of it lies in the trash. */
  | { kind: "deleted"; isKept: boolean }
  /** Its copy is not in the trash any more. */
  | { kind: "erased" }
  /** It is there no more, and the action has nothing left to do. */
  | { kind: "gone" }
  | { kind: "restored"; memory: Memory; etag: string | null };

type Calls = { fetch: typeof globalThis.fetch; signal: AbortSignal; job: ActivityJob };

/** Somebody may be writing the same memory; more often than this in a row nobody does. */
const MAX_CONFLICTS = 4;

/** Does `action` to the memory `id`. Doing it twice does no harm. Throws as `fetchJson` does. */
export function changeOne(id: string, action: BulkAction, calls: Calls): Promise<Outcome> {
  switch (action.kind) {
    case "addTags":
      return edit(id, ({ tags }) => tagPatch(nextTags(tags, action)), calls);
    case "removeTags":
    case "replaceTags":
      // A memory that is gone carries no tag any more.
      return goneIsFine(edit(id, ({ tags }) => tagPatch(nextTags(tags, action)), calls));
    case "setImportance":
      return edit(id, (memory) => importancePatch(memory, action.importance), calls);
    case "delete":
      return goneIsFine(remove(id, calls));
    case "deleteForEver":
      return erase(id, calls);
    case "restore":
      return restore(id, calls);
  }
}

const tagPatch = (tags: string[] | null): UpdateMemory | null => tags && { tags };

const importancePatch = (memory: Memory, importance: number | null): UpdateMemory | null =>
  memory.importance === importance ? null : { importance };

/** Reads the newest version, writes on the condition that it still is, and else reads again. */
async function edit(
  id: string,
  patchFor: (memory: Memory) => UpdateMemory | null,
  { fetch, signal, job }: Calls,
): Promise<Outcome> {
  const path = `/api/memories/${encodeURIComponent(id)}`;
  for (let conflicts = 0; ; conflicts += 1) {
    const read = await fetchJson(path, { schema: memorySchema, fetch, signal });
    const body = patchFor(read.data);
    if (body === null) return { kind: "unchanged", memory: read.data, etag: read.etag };
    try {
      const written = await fetchJson(path, {
        schema: memorySchema,
        method: "PATCH",
        body,
        ifMatch: read.etag,
        job,
        fetch,
        signal,
      });
      return { kind: "written", memory: written.data, etag: written.etag };
    } catch (error) {
      if (!isApiError(error, "edit-conflict") || conflicts >= MAX_CONFLICTS) throw error;
    }
  }
}

/**
 * Deletes the version that was read a moment before: what changed in between is not deleted unseen
 * but refused with edit-conflict, and a later attempt reads anew.
 */
async function remove(id: string, calls: Calls): Promise<Outcome> {
  const { etag } = await fetchJson(`/api/memories/${encodeURIComponent(id)}`, {
    schema: memorySchema,
    ...calls,
  });
  const deletion = await deleteOne(id, { ifMatch: etag, ...calls });
  return deletion === "gone" ? { kind: "gone" } : { kind: "deleted", isKept: deletion === "kept" };
}

async function erase(id: string, calls: Calls): Promise<Outcome> {
  const path = `/api/trash/${encodeURIComponent(id)}`;
  try {
    await fetchJson(path, { schema: z.undefined(), method: "DELETE", ...calls });
  } catch (error) {
    if (!isApiError(error, "not-found")) throw error;
  }
  return { kind: "erased" };
}

async function restore(id: string, calls: Calls): Promise<Outcome> {
  const path = `/api/trash/${encodeURIComponent(id)}/restore`;
  const { data, etag } = await fetchJson(path, { schema: memorySchema, method: "POST", ...calls });
  return { kind: "restored", memory: data, etag };
}

async function goneIsFine(outcome: Promise<Outcome>): Promise<Outcome> {
  try {
    return await outcome;
  } catch (error) {
    if (!isApiError(error, "not-found")) throw error;
    return { kind: "gone" };
  }
}
