import { pasteMemoryKeySchema } from "@/lib/contract/connection";
import { methods } from "@/lib/http/methods";
import { withRoute } from "@/lib/http/with-route";
import { pasteMemoryKey } from "@/lib/services/connection/connection";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  PUT: withRoute({
    body: pasteMemoryKeySchema,
    limit: "pasteKey",
    handler: async ({ userId, body }) => ({ json: await pasteMemoryKey(userId, body.memoryKey) }),
  }),
});
