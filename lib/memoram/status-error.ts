/**
 * Memoram answered, and said no: a 4xx other than the ones every call treats alike (401, 429).
 * Callers turn it into a code that fits what was asked.
 */
export class MemoramStatusError extends Error {
  readonly status: number;
  /** The OAuth error code of `/oauth/token` (RFC 6749, 5.2), where the answer has one. */
  readonly oauthError: string | undefined;

  constructor(status: number, oauthError?: string) {
    super(`Memoram answered ${status}.`);
    this.name = "MemoramStatusError";
    this.status = status;
    this.oauthError = oauthError;
  }
}

/** True for a refusal with one of the statuses, or with any when none is named. */
export function isRefusal(error: unknown, ...statuses: number[]): error is MemoramStatusError {
  if (!(error instanceof MemoramStatusError)) return false;
  return statuses.length === 0 || statuses.includes(error.status);
}
