import { z } from "zod";
import { memoryIdSchema } from "@/lib/contract/memory";
import { methods } from "@/lib/http/methods";
import { withRoute } from "@/lib/http/with-route";
import { listMemoryVersions } from "@/lib/services/memories/versions";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: withRoute({
    params: z.object({ id: memoryIdSchema }),
    handler: async ({ userId, params }) => ({
      json: { items: await listMemoryVersions(userId, params.id) },
    }),
  }),
});
