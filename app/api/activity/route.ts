import { activityQuerySchema } from "@/lib/contract/activity";
import { methods } from "@/lib/http/methods";
import { withRoute } from "@/lib/http/with-route";
import { listOwnActivity } from "@/lib/services/activity/list";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: withRoute({
    query: activityQuerySchema,
    handler: async ({ userId, query }) => ({ json: await listOwnActivity(userId, query) }),
  }),
});
