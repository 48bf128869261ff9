import { methods } from "@/lib/http/methods";
import { withRoute } from "@/lib/http/with-route";
import { listTags } from "@/lib/services/tags";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: withRoute({ handler: async ({ userId }) => ({ json: { items: await listTags(userId) } }) }),
});
