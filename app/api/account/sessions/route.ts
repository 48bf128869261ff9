import { methods } from "@/lib/http/methods";
import { withRoute } from "@/lib/http/with-route";
import { endOtherSessions, listOwnSessions } from "@/lib/services/account/sessions";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: withRoute({
    handler: async ({ userId, sessionId }) => ({
      json: { items: await listOwnSessions(userId, sessionId) },
    }),
  }),
  /** All but the one that asks. */
  DELETE: withRoute({
    handler: async ({ userId, sessionId }) => ({
      json: { ended: await endOtherSessions(userId, sessionId) },
    }),
  }),
});
