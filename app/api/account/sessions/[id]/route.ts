import { z } from "zod";
import { memoryIdSchema } from "@/lib/contract/memory";
import { methods } from "@/lib/http/methods";
import { withRoute } from "@/lib/http/with-route";
import { endOwnSession } from "@/lib/services/account/sessions";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  DELETE: withRoute({
    params: z.object({ id: memoryIdSchema }),
    handler: async ({ userId, params }) => {
      await endOwnSession(userId, params.id);
      return undefined;
    },
  }),
});
