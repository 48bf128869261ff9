import { methods } from "@/lib/http/methods";
import { withPublicRoute } from "@/lib/http/with-route";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: withPublicRoute({ counted: false, handler: async () => ({ json: { status: "alive" } }) }),
});
