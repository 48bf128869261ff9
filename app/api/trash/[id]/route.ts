import { z } from "zod";
import { memoryIdSchema } from "@/lib/contract/memory";
import { methods } from "@/lib/http/methods";
import { withRoute } from "@/lib/http/with-route";
import { eraseFromTrash } from "@/lib/services/trash/erase";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  DELETE: withRoute({
    params: z.object({ id: memoryIdSchema }),
    handler: async ({ userId, params }) => {
      await eraseFromTrash(userId, params.id);
      return undefined;
    },
  }),
});
