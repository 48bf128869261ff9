import { createMemorySchema, memoryQuerySchema } from "@/lib/contract/memory";
import { parseIdempotencyKey } from "@/lib/http/conditional";
import { withETag } from "@/lib/http/memory-answer";
import { methods } from "@/lib/http/methods";
import { withRoute } from "@/lib/http/with-route";
import { createMemory } from "@/lib/services/memories/create";
import { listMemories } from "@/lib/services/memories/read";

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
