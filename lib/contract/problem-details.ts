import type { ProblemCode } from "@/lib/contract/problem";

/** What each code means and what to do, for when the thrower has nothing more exact to say. */
export const problemDetails = {
  unauthenticated: "Your session has ended or was never begun. Sign in and try again.",
  "cross-site": "This request did not come from a page of Keepsake, so nothing was changed.",
  "malformed-json": "The body could not be read as UTF-8 JSON. Nothing was changed.",
  "unsupported-media-type": "Send the body with Content-Type: application/json.",
  "payload-too-large": "The body may have at most 1 MiB. Nothing was changed.",
  "validation-failed": "Some values cannot be accepted. Nothing was changed.",
  "not-found": "There is nothing here, or it is not yours.",
  "edit-conflict":
    "The memory was changed since you opened it. Nothing was overwritten; load the newer version and decide.",
  "idempotency-mismatch":
    "This Idempotency-Key was already used with another body. Use a new key for a new memory.",
  "rate-limited": "That was too many requests in a short time. Wait a little and try again.",
  "unreadable-content":
    "The present content cannot be read, so it was not overwritten. Say replaceUnreadable to replace it.",
  "method-not-allowed": "This address does not know that method.",
  "not-connected": "Connect Keepsake with your Memoram account first.",
  "access-pending": "Approve the request of Keepsake in your Memoram dashboard first.",
  "access-rejected": "You rejected the request of Keepsake in Memoram. You can ask again.",
  "access-revoked": "You took back the access of Keepsake in Memoram. You can ask again.",
  "memoram-unavailable": "Memoram cannot be reached right now. Try again in a moment.",
  "memoram-timeout":
    "Memoram did not answer in time. If you were saving, look whether the change is there before you try again.",
  "memoram-bad-response": "Memoram sent an answer that Keepsake cannot read. Try again later.",
  "memoram-rate-limited": "Memoram asks for a pause. Wait a little and try again.",
  "memoram-credentials":
    "Memoram does not accept the credentials of this Keepsake installation. Whoever runs it has to mend its settings.",
  internal: "Something failed in Keepsake. Nothing of it is your doing; try again.",
} as const satisfies Record<ProblemCode, string>;
