import { createMemorySchema, memoryQuerySchema } from "@/lib/contract/memory";
import { parseIdempotencyKey, toETag } from "@/lib/http/conditional";
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
      const { memory, version } = await createMemory(userId, body, key);
      return { status: 201, json: memory, headers: { etag: toETag(version) } };
    },
  }),
});
