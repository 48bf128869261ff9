import "@/lib/contract/no-eval";
import { z } from "zod";
import { sentences } from "@/lib/contract/sentences";

/**
 * A signed-in browser. `current` is the one that asks. `browser` and `system` are coarse names, null
 * where they were not recognised; `lastSeenAt` is exact to ten minutes. Times are ISO 8601.
 */
export const sessionSchema = z.object({
  id: z.string(),
  current: z.boolean(),
  signedInAt: z.string(),
  lastSeenAt: z.string().nullable(),
  expiresAt: z.string(),
  browser: z.string().nullable(),
  system: z.string().nullable(),
});
export type Session = z.infer<typeof sessionSchema>;

/** `GET /api/account/sessions`: the latest begun first. */
export const sessionListSchema = z.object({ items: z.array(sessionSchema) });

/** `DELETE /api/account/sessions`: how many others there were. */
export const endedSessionsSchema = z.object({ ended: z.number().int() });

/** What the body of `DELETE /api/account` has to say, so that no stray call does it. */
export const DELETE_CONFIRMATION = "delete my account";

export const deleteAccountSchema = z.strictObject({
  confirm: z.literal(DELETE_CONFIRMATION, sentences.deleteConfirmation),
});
