import { methods } from "@/lib/http/methods";
import { withRoute } from "@/lib/http/with-route";
import { disconnect, getConnection } from "@/lib/services/connection/connection";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: withRoute({ handler: async ({ userId }) => ({ json: await getConnection(userId) }) }),
  DELETE: withRoute({
    handler: async ({ userId }) => {
      await disconnect(userId);
      return undefined;
    },
  }),
});
