import { askForAccessSchema } from "@/lib/contract/connection";
import { methods } from "@/lib/http/methods";
import { withRoute } from "@/lib/http/with-route";
import { askForAccess } from "@/lib/services/connection/connection";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: withRoute({
    body: askForAccessSchema,
    emptyBody: {},
    handler: async ({ userId, body }) => ({ json: await askForAccess(userId, body.reason) }),
  }),
});
