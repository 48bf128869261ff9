import { methods } from "@/lib/http/methods";
import { withRoute } from "@/lib/http/with-route";
import { disconnect, getConnection } from "@/lib/services/connection/connection";

/** Erasing many copies takes a while. */
export const maxDuration = 300;

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: withRoute({ handler: async ({ userId }) => ({ json: await getConnection(userId) }) }),
  DELETE: withRoute({
    handler: async ({ userId }) => {
      await disconnect(userId);
      return undefined;
    },
  }),
});
