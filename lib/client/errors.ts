import type { FieldError, Problem, ProblemCode } from "@/lib/contract/problem";

/**
 * Keepsake answered, and the answer is no. Everything of the problem document is here, so that a
 * form can put `errors` at their fields and a notice can name `requestId`.
 */
export class ApiError extends Error {
  override readonly name = "ApiError";
  readonly code: ProblemCode;
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly requestId: string;
  readonly errors: readonly FieldError[];
  /** Whole seconds to wait, from `Retry-After`; null when the answer does not ask for a pause. */
  readonly retryAfterSeconds: number | null;
  /** The same as a moment, in milliseconds since 1970, counted from when the answer came. */
  readonly retryAt: number | null;

  constructor(problem: Problem, retryAfterSeconds: number | null) {
    super(problem.detail || problem.title);
    this.code = problem.code;
    this.status = problem.status;
    this.title = problem.title;
    this.detail = problem.detail;
    this.requestId = problem.requestId;
    this.errors = problem.errors ?? [];
    this.retryAfterSeconds = retryAfterSeconds;
    this.retryAt = retryAfterSeconds === null ? null : Date.now() + retryAfterSeconds * 1_000;
  }
}

/**
 * No full answer arrived: no network, Keepsake unreachable, or nothing within the time allowed.
 * Whether a write took effect is unknown.
 */
export class OfflineError extends Error {
  override readonly name: string = "OfflineError";

  constructor(cause: unknown) {
    super("Keepsake could not be reached.", { cause });
  }
}

/** A stream ended without its last line, after `received` memories: there are more. */
export class EndedShortError extends OfflineError {
  override readonly name = "EndedShortError";
  readonly received: number;

  constructor(received: number) {
    super(`The stream ended short, after ${received} memories.`);
    this.received = received;
  }
}

/**
 * Something answered, but not in the words of our API: a page of some proxy, broken JSON, or a
 * shape that this build does not know. `cause` holds what failed to parse.
 */
export class UnreadableAnswerError extends Error {
  override readonly name = "UnreadableAnswerError";
  readonly status: number;

  constructor(status: number, cause: unknown) {
    super("The answer could not be read.", { cause });
    this.status = status;
  }
}

/** Whether `error` is our API saying no with one of `codes` (with any code when none is given). */
export function isApiError(error: unknown, ...codes: ProblemCode[]): error is ApiError {
  return error instanceof ApiError && (codes.length === 0 || codes.includes(error.code));
}
