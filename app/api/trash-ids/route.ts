import { methods } from "@/lib/http/methods";
import { withRoute } from "@/lib/http/with-route";
import { listTrashIds } from "@/lib/services/trash/list";

/** What can be chosen at once without reading thousands of sealed copies page by page. */
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: withRoute({
    handler: async ({ userId }) => ({ json: { ids: await listTrashIds(userId) } }),
  }),
});
