import { z } from "zod";
import { memoryIdSchema } from "@/lib/contract/memory";
import { jobOf } from "@/lib/http/job";
import { withETag } from "@/lib/http/memory-answer";
import { methods } from "@/lib/http/methods";
import { withRoute } from "@/lib/http/with-route";
import { restoreFromTrash } from "@/lib/services/trash/restore";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: withRoute({
    params: z.object({ id: memoryIdSchema }),
    handler: async ({ userId, params, headers }) =>
      withETag(await restoreFromTrash(userId, params.id, jobOf(headers)), 201),
  }),
});
