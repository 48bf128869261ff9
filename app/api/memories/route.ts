import { createMemorySchema, memoryQuerySchema } from "@/lib/contract/memory";
import { parseIdempotencyKey } from "@/lib/http/conditional";
import { withETag } from "@/lib/http/memory-answer";
import { methods } from "@/lib/http/methods";
import { withRoute } from "@/lib/http/with-route";
import { createMemory } from "@/lib/services/memories/create";
import { listMemories } from "@/lib/services/memories/read";

/** Seconds: a write may have to wait for what was sent before it (lib/services/memories/lost-answer.ts). */
export const maxDuration = 60;

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: withRoute({
    query: memoryQuerySchema,
    handler: async ({ userId, query }) => ({ json: await listMemories(userId, query) }),
  }),
  POST: withRoute({
    body: createMemorySchema,
    handler: async ({ userId, body, headers }) => {
      const key = parseIdempotencyKey(headers);
      return withETag(await createMemory(userId, body, key), 201);
    },
  }),
});
