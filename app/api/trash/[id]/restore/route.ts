import { z } from "zod";
import { memoryIdSchema } from "@/lib/contract/memory";
import { jobOf } from "@/lib/http/job";
import { withETag } from "@/lib/http/memory-answer";
import { methods } from "@/lib/http/methods";
import { withRoute } from "@/lib/http/with-route";
import { restoreFromTrash } from "@/lib/services/trash/restore";

/** Seconds: a write may have to wait for what was sent before it (lib/services/memories/lost-answer.ts). */
export const maxDuration = 60;

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: withRoute({
    params: z.object({ id: memoryIdSchema }),
    handler: async ({ userId, params, headers }) =>
      withETag(await restoreFromTrash(userId, params.id, jobOf(headers)), 201),
  }),
});
