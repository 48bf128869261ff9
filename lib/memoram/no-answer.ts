import { isAppError } from "@/lib/errors";
import { MemoramStatusError } from "@/lib/memoram/status-error";

/** The cause of the error of a call that may have been sent, and of which no answer came. */
export class NoAnswerError extends Error {
  constructor(cause: unknown) {
    super("The call ended without an answer.", { cause });
    this.name = "NoAnswerError";
  }
}

/** Of all 5xx only these two come of a server that is done with the call. */
const isGateways = (status: number) => status > 501;

/**
 * Whether the error of a call leaves open that Memoram is still at work on it: nothing answered, or
 * what stands before Memoram may have answered in its place (502, 503, 504 and the like; a gateway
 * that gives up waiting does not stop what it waits for).
 */
export function leavesUnderWay(error: unknown): boolean {
  const cause = isAppError(error) ? error.cause : error;
  if (cause instanceof MemoramStatusError) return isGateways(cause.status);
  return cause instanceof NoAnswerError || isAppError(error, "memoram-timeout");
}
