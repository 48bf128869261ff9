import { type FieldError, type ProblemCode, problemTable } from "@/lib/contract/problem";
import { problemDetails } from "@/lib/contract/problem-details";

export type AppErrorOptions = {
  /** What happened and what the person can do; shown to them. Never upstream text, never a secret. */
  detail?: string;
  /** What to mend, for `validation-failed`. */
  errors?: FieldError[];
  /** Whole seconds for `Retry-After`. */
  retryAfterSeconds?: number;
  cause?: unknown;
};

/**
 * The one error that services throw: a code of the problem table, from which the HTTP layer
 * derives status and title. The `cause` is for the log's error code only and is never answered.
 */
export class AppError extends Error {
  readonly code: ProblemCode;
  readonly detail: string;
  readonly errors: FieldError[] | undefined;
  readonly retryAfterSeconds: number | undefined;

  constructor(code: ProblemCode, options: AppErrorOptions = {}) {
    super(code, { cause: options.cause });
    this.name = "AppError";
    this.code = code;
    this.detail = options.detail ?? problemDetails[code];
    this.errors = options.errors;
    this.retryAfterSeconds = options.retryAfterSeconds;
  }

  get status(): number {
    return problemTable[this.code].status;
  }
}

/** True for an `AppError` with one of the codes. */
export function isAppError(error: unknown, ...codes: ProblemCode[]): error is AppError {
  return error instanceof AppError && (codes.length === 0 || codes.includes(error.code));
}

/** A refusal of one named value: `validation-failed` with one entry. */
export function invalid(path: string, message: string, cause?: unknown): AppError {
  return new AppError("validation-failed", { errors: [{ path, message }], cause });
}
