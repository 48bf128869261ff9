import { type ProblemCode, problemTable } from "@/lib/contract/problem";
import { problemDetails } from "@/lib/contract/problem-details";
import { sentences } from "@/lib/contract/sentences";

/** What the API itself says, from the one table that it says it from. */
const problem = <Code extends ProblemCode>(code: Code) => ({
  title: problemTable[code].title,
  detail: problemDetails[code],
});

/** Failures in the words a person reads (lib/client/describe-error.ts). */
export const errors = {
  offline: "This device is offline. Nothing is lost: try again once it is connected.",
  noAnswer: "Keepsake did not answer. Check your connection and try again.",
  unreadableAnswer: "The answer was not one that Keepsake understands. Try again in a moment.",
  pageFailed: "Something failed on this page. Try again, or reload it.",
  tagOperationsFull: sentences.tagOperationsFull,
  copyLost: sentences.copyLost,
  refusedByMemoram: sentences.refusedByMemoram,
  request: "Request {id}",
  toConnection: "Go to the connection",
  signInAgain: "Sign in again",

  unauthenticated: {
    title: "Your session has ended",
    detail: "Sign in again to go on where you were.",
  },
  notConnected: {
    title: "Not connected to Memoram",
    detail: "Your memories lie in Memoram. Connect to see them here.",
  },
  accessPending: {
    title: "Waiting for your approval",
    detail: "Memoram asks you, not us, whether Keepsake may read your memories.",
  },
  accessRejected: {
    title: "You said no in Memoram",
    detail: "Keepsake may not read your memories. You can ask again whenever you like.",
  },
  accessRevoked: {
    title: "You took access back in Memoram",
    detail: "Keepsake has erased your key and can no longer read your memories.",
  },
  notFound: {
    title: "This memory is not there",
    detail: "It may have been deleted here or by another tool, or the address is wrong.",
  },
  memoramUnavailable: "Memoram cannot be reached at the moment. Your memories are safe there.",
  memoramTimeout: "Memoram took too long to answer. Try again.",
  memoramBadResponse: "Memoram sent an answer that Keepsake cannot read. Try again in a moment.",
  memoramCredentials:
    "Memoram refuses this installation of Keepsake. Whoever runs it has to mend its settings.",
  internal: "Something failed in Keepsake. Nothing was changed that you can see.",
  shortPause: "{who} asks for a short pause. Try again in a moment.",
  pauseSeconds: "{who} asks for a pause. Try again in {seconds} s.",
  pauseMinutes:
    "{who} asks for a pause. Try again in {minutes, plural, one {# minute} other {# minutes}}.",

  /** Each code of the API: at /problems/{code}, and for codes that have no better words above. */
  problems: {
    unauthenticated: problem("unauthenticated"),
    "cross-site": problem("cross-site"),
    "malformed-json": problem("malformed-json"),
    "unsupported-media-type": problem("unsupported-media-type"),
    "payload-too-large": problem("payload-too-large"),
    "validation-failed": problem("validation-failed"),
    "not-found": problem("not-found"),
    "edit-conflict": problem("edit-conflict"),
    "idempotency-mismatch": problem("idempotency-mismatch"),
    "rate-limited": problem("rate-limited"),
    "unreadable-content": problem("unreadable-content"),
    "method-not-allowed": problem("method-not-allowed"),
    "not-connected": problem("not-connected"),
    "access-pending": problem("access-pending"),
    "access-rejected": problem("access-rejected"),
    "access-revoked": problem("access-revoked"),
    "memoram-unavailable": problem("memoram-unavailable"),
    "memoram-timeout": problem("memoram-timeout"),
    "memoram-bad-response": problem("memoram-bad-response"),
    "memoram-rate-limited": problem("memoram-rate-limited"),
    "memoram-credentials": problem("memoram-credentials"),
    internal: problem("internal"),
  } satisfies Record<ProblemCode, { title: string; detail: string }>,
} as const;
