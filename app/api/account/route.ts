import { forgottenCookies } from "@/lib/auth/session-token";
import { deleteAccountSchema } from "@/lib/contract/account";
import { methods } from "@/lib/http/methods";
import { withRoute } from "@/lib/http/with-route";
import { deleteAccount } from "@/lib/services/account/delete";

/** Erasing many copies takes a while. */
export const maxDuration = 300;

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  DELETE: withRoute({
    body: deleteAccountSchema,
    handler: async ({ userId }) => {
      await deleteAccount(userId);
      return { headers: {}, cookies: forgottenCookies() };
    },
  }),
});
