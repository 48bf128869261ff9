import "server-only";
import { type Problem, type ProblemCode, problemTable } from "@/lib/contract/problem";
import type { AppError } from "@/lib/errors";

/** Where the codes are described, for `type` (RFC 9457, 3.1.1): relative, so it fits any origin. */
const typeOf = (code: ProblemCode) => `/problems/${code}`;

const needsRetryAfter = (code: ProblemCode) =>
  code === "rate-limited" || code === "memoram-rate-limited";

const DEFAULT_RETRY_AFTER_SECONDS = 10;

/** An `AppError` as RFC 9457 problem details. The cause of an error is never part of it. */
export function toProblem(error: AppError, requestId: string): Problem {
  const { status, title } = problemTable[error.code];
  const { code, detail } = error;
  const base = { type: typeOf(code), title, status, detail, code, requestId };
  return code === "validation-failed" ? { ...base, errors: error.errors ?? [] } : base;
}

export function problemResponse(
  error: AppError,
  requestId: string,
  extraHeaders: Record<string, string> = {},
): Response {
  const headers = new Headers(extraHeaders);
  headers.set("content-type", "application/problem+json");
  headers.set("cache-control", "no-store");
  headers.set("x-request-id", requestId);
  if (needsRetryAfter(error.code)) {
    headers.set("retry-after", String(error.retryAfterSeconds ?? DEFAULT_RETRY_AFTER_SECONDS));
  }
  return new Response(JSON.stringify(toProblem(error, requestId)), {
    status: error.status,
    headers,
  });
}
