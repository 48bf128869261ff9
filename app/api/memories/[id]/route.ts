import { z } from "zod";
import { memoryIdSchema, updateMemorySchema } from "@/lib/contract/memory";
import { parseIfMatch, toETag } from "@/lib/http/conditional";
import { methods } from "@/lib/http/methods";
import { withRoute } from "@/lib/http/with-route";
import type { Versioned } from "@/lib/services/memories/present";
import { getMemory } from "@/lib/services/memories/read";
import { deleteMemory, updateMemory } from "@/lib/services/memories/write";

const params = z.object({ id: memoryIdSchema });

const withETag = ({ memory, version }: Versioned) => ({
  json: memory,
  headers: { etag: toETag(version) },
});

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: withRoute({
    params,
    handler: async ({ userId, params }) => withETag(await getMemory(userId, params.id)),
  }),
  PATCH: withRoute({
    params,
    body: updateMemorySchema,
    handler: async ({ userId, params, body, headers }) =>
      withETag(await updateMemory(userId, params.id, body, parseIfMatch(headers))),
  }),
  DELETE: withRoute({
    params,
    handler: async ({ userId, params, headers }) => {
      await deleteMemory(userId, params.id, parseIfMatch(headers));
      return undefined;
    },
  }),
});
