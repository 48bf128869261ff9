import { AppError, isAppError } from "@/lib/errors";
import { MemoramStatusError } from "@/lib/memoram/status-error";

/** The cause of the error of a call that was never sent. */
export class UnsentError extends Error {
  constructor(cause: unknown) {
    super("The call was not sent.", { cause });
    this.name = "UnsentError";
  }
}

/** The cause of the error of a call that may have been sent, and of which no answer came. */
export class NoAnswerError extends Error {
  /** When it was sent at the earliest, in milliseconds since the epoch. */
  readonly sentAt: number;

  constructor(cause: unknown, sentAt: number) {
    super("The call ended without an answer.", { cause });
    this.name = "NoAnswerError";
    this.sentAt = sentAt;
  }
}

/** The same error, of something that had to be done before the call could be sent. */
export function beforeSending(error: unknown): unknown {
  if (!isAppError(error)) return error;
  const { code, detail, errors, retryAfterSeconds } = error;
  return new AppError(code, {
    detail,
    ...(errors && { errors }),
    ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
    cause: new UnsentError(error),
  });
}

/** Whether a call failed before anything of it was sent: at Memoram nothing has happened. */
export const wasNeverSent = (error: unknown) =>
  isAppError(error) && error.cause instanceof UnsentError;

/** 502, 503, 504 and what proxies have made up beyond: 500 and 501 come of who is done with the call. */
const mayBeAGateways = (status: number) => status > 501;

/**
 * Since when Memoram may be at work on a call that failed like this, in milliseconds since the epoch;
 * null when it no longer is. It may be while nothing has answered, or when what stands before Memoram
 * may have answered in its place: a gateway that gives up waiting does not stop what it waits for. For
 * such an answer it is the moment of the answer, since the call was sent no later.
 */
export function underWaySince(error: unknown): number | null {
  const cause = isAppError(error) ? error.cause : error;
  if (cause instanceof NoAnswerError) return cause.sentAt;
  if (cause instanceof MemoramStatusError && mayBeAGateways(cause.status)) return Date.now();
  return null;
}
