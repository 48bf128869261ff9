import { z } from "zod";
import { memoryIdSchema, updateMemorySchema } from "@/lib/contract/memory";
import { KEPT_HEADER } from "@/lib/contract/trash";
import { parseIfMatch } from "@/lib/http/conditional";
import { jobOf } from "@/lib/http/job";
import { withETag } from "@/lib/http/memory-answer";
import { methods } from "@/lib/http/methods";
import { withRoute } from "@/lib/http/with-route";
import { deleteMemory } from "@/lib/services/memories/delete";
import { getMemory } from "@/lib/services/memories/read";
import { updateMemory } from "@/lib/services/memories/write";

/** Seconds: a write may have to wait for what was sent before it (lib/services/memories/alone.ts). */
export const maxDuration = 60;

const params = z.object({ id: memoryIdSchema });

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: withRoute({
    params,
    handler: async ({ userId, params }) => withETag(await getMemory(userId, params.id)),
  }),
  PATCH: withRoute({
    params,
    body: updateMemorySchema,
    handler: async ({ userId, params, body, headers }) =>
      withETag(await updateMemory(userId, params.id, body, parseIfMatch(headers), jobOf(headers))),
  }),
  /** 204. The header `x-keepsake-trash` says whether a copy lies in the trash: `kept` or `none`. */
  DELETE: withRoute({
    params,
    handler: async ({ userId, params, headers }) => {
      const kept = await deleteMemory(userId, params.id, parseIfMatch(headers), jobOf(headers));
      return { headers: { [KEPT_HEADER]: kept } };
    },
  }),
});
