import { methods } from "@/lib/http/methods";
import { withRoute } from "@/lib/http/with-route";
import { exportAccount } from "@/lib/services/account/export";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: withRoute({
    limit: "export",
    leavesTrace: true,
    handler: async ({ userId, sessionId }) => ({
      file: {
        name: "keepsake.json",
        type: "application/json",
        chunks: await exportAccount(userId, sessionId),
      },
    }),
  }),
});
