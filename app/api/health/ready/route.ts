import { methods } from "@/lib/http/methods";
import { withPublicRoute } from "@/lib/http/with-route";
import { readiness } from "@/lib/services/health";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: withPublicRoute({
    handler: async () => {
      const result = await readiness();
      // Without its database Keepsake can serve nobody; without Memoram it still explains itself.
      return { json: result, status: result.checks.database === "up" ? 200 : 503 };
    },
  }),
});
