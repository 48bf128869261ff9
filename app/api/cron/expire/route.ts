import { methods } from "@/lib/http/methods";
import { withSchedulerRoute } from "@/lib/http/with-route";
import { expire } from "@/lib/services/expire";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: withSchedulerRoute({ handler: async () => ({ json: await expire() }) }),
});
