import { z } from "zod";
import { memoryIdSchema } from "@/lib/contract/memory";
import { parseIfMatch } from "@/lib/http/conditional";
import { withETag } from "@/lib/http/memory-answer";
import { methods } from "@/lib/http/methods";
import { withRoute } from "@/lib/http/with-route";
import { restoreVersion } from "@/lib/services/memories/versions";

/** Seconds: a write may have to wait for what was sent before it (lib/services/memories/alone.ts). */
export const maxDuration = 60;

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: withRoute({
    params: z.object({ id: memoryIdSchema, versionId: memoryIdSchema }),
    handler: async ({ userId, params, headers }) =>
      withETag(await restoreVersion(userId, params.id, params.versionId, parseIfMatch(headers))),
  }),
});
