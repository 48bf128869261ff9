import { updatePreferencesSchema } from "@/lib/contract/preferences";
import { methods } from "@/lib/http/methods";
import { withRoute } from "@/lib/http/with-route";
import { getPreferences, updatePreferences } from "@/lib/services/preferences";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: withRoute({ handler: async ({ userId }) => ({ json: await getPreferences(userId) }) }),
  PATCH: withRoute({
    body: updatePreferencesSchema,
    handler: async ({ userId, body }) => ({ json: await updatePreferences(userId, body) }),
  }),
});
