import { methods } from "@/lib/http/methods";
import { withRoute } from "@/lib/http/with-route";
import { streamMemories } from "@/lib/services/memories/stream";

/** Seconds: as long as a function may run where this is deployed to functions. */
export const maxDuration = 300;

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: withRoute({
    limit: "stream",
    handler: async ({ userId }) => ({ stream: await streamMemories(userId) }),
  }),
});
