import { trashQuerySchema } from "@/lib/contract/trash";
import { methods } from "@/lib/http/methods";
import { withRoute } from "@/lib/http/with-route";
import { emptyTrash } from "@/lib/services/trash/erase";
import { listTrash } from "@/lib/services/trash/list";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: withRoute({
    query: trashQuerySchema,
    handler: async ({ userId, query }) => ({ json: await listTrash(userId, query) }),
  }),
  DELETE: withRoute({
    handler: async ({ userId }) => {
      await emptyTrash(userId);
      return undefined;
    },
  }),
});
