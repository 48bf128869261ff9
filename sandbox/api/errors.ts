import { STATUS_CODES } from "node:http";
import type { Context } from "hono";
import { HTTPException } from "hono/http-exception";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { z } from "zod";

export interface ErrorDetail {
  path: string;
  message: string;
}

/**
 * A refusal of the API. Memoram's error bodies are not documented; the shape
 * `{error, message, details?}` is this sandbox's assumption.
 */
export class ApiError extends Error {
  override name = "ApiError";

  constructor(
    readonly status: ContentfulStatusCode,
    message: string,
    readonly details?: ErrorDetail[],
  ) {
    super(message);
  }
}

/** The 400 of a request that does not have the documented shape. */
export function invalid(error: z.ZodError): ApiError {
  const details = error.issues.map((issue) => ({
    path: issue.path.map(String).join("."),
    message: issue.message,
  }));
  const sentence = details
    .map(({ path, message }) => (path ? `${path}: ${message}` : message))
    .join("; ");
  return new ApiError(400, sentence, details);
}

function answer(
  c: Context,
  status: ContentfulStatusCode,
  message: string,
  details?: ErrorDetail[],
) {
  return c.json({ error: STATUS_CODES[status] ?? "Error", message, details }, status);
}

/** Turns whatever a handler threw into an answer; what nobody foresaw is written to stderr. */
export function handleApiError(error: Error, c: Context): Response {
  if (error instanceof ApiError) {
    if (error.status === 401) c.header("WWW-Authenticate", "Bearer");
    return answer(c, error.status, error.message, error.details);
  }
  if (error instanceof HTTPException) {
    return answer(c, error.status === 413 ? 413 : 400, error.message || "Bad request");
  }
  console.error(error);
  return answer(c, 500, "Something went wrong in the sandbox.");
}

/** The 404 of an address that the API does not have. */
export function handleUnknownPath(c: Context): Response {
  return answer(c, 404, `There is no ${c.req.method} ${c.req.path}.`);
}
