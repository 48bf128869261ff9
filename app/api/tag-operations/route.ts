import { createTagOperationSchema } from "@/lib/contract/tag-operation";
import { methods } from "@/lib/http/methods";
import { withRoute } from "@/lib/http/with-route";
import { beginTagOperation, openTagOperations } from "@/lib/services/tag-operations";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: withRoute({
    handler: async ({ userId }) => ({ json: { items: await openTagOperations(userId) } }),
  }),
  POST: withRoute({
    body: createTagOperationSchema,
    handler: async ({ userId, body }) => ({
      status: 201,
      json: await beginTagOperation(userId, body),
    }),
  }),
});
