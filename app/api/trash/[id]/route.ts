import { z } from "zod";
import { memoryIdSchema } from "@/lib/contract/memory";
import { jobOf } from "@/lib/http/job";
import { methods } from "@/lib/http/methods";
import { withRoute } from "@/lib/http/with-route";
import { eraseFromTrash } from "@/lib/services/trash/erase";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  DELETE: withRoute({
    params: z.object({ id: memoryIdSchema }),
    handler: async ({ userId, params, headers }) => {
      await eraseFromTrash(userId, params.id, jobOf(headers));
      return undefined;
    },
  }),
});
