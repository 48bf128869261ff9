import "@/lib/contract/no-eval";
import { z } from "zod";

/**
 * Every way our API can say no: the one table from which status, title and the type `ProblemCode`
 * derive. Codes and statuses are fixed: others build on them; /problems/{code} says what each means.
 */
export const problemTable = {
  unauthenticated: { status: 401, title: "Sign in first" },
  "cross-site": { status: 403, title: "The request did not come from Keepsake" },
  "malformed-json": { status: 400, title: "The body is not JSON" },
  "unsupported-media-type": { status: 415, title: "The body must be application/json" },
  "payload-too-large": { status: 413, title: "The body is too large" },
  "validation-failed": { status: 422, title: "Some values cannot be accepted" },
  "not-found": { status: 404, title: "Not found" },
  "edit-conflict": { status: 412, title: "The memory was changed in the meantime" },
  "idempotency-mismatch": { status: 422, title: "The key was used for another body" },
  "rate-limited": { status: 429, title: "Too many requests" },
  "unreadable-content": { status: 409, title: "The content cannot be read" },
  "method-not-allowed": { status: 405, title: "Method not allowed" },
  "not-connected": { status: 409, title: "Not connected to Memoram" },
  "access-pending": { status: 409, title: "Waiting for your approval in Memoram" },
  "access-rejected": { status: 403, title: "Access was rejected in Memoram" },
  "access-revoked": { status: 403, title: "Access was revoked in Memoram" },
  "memoram-unavailable": { status: 503, title: "Memoram cannot be reached" },
  "memoram-timeout": { status: 504, title: "Memoram did not answer in time" },
  "memoram-bad-response": { status: 502, title: "Memoram sent an answer that cannot be read" },
  "memoram-rate-limited": { status: 429, title: "Memoram asks for a pause" },
  "memoram-credentials": { status: 502, title: "Memoram refuses this installation of Keepsake" },
  internal: { status: 500, title: "Something failed in Keepsake" },
} as const satisfies Record<string, { status: number; title: string }>;

export type ProblemCode = keyof typeof problemTable;

export const problemCodes = Object.keys(problemTable) as [ProblemCode, ...ProblemCode[]];

/** One refused value: `path` is the member's name, dotted for nested ones. */
export const fieldErrorSchema = z.object({ path: z.string(), message: z.string() });
export type FieldError = z.infer<typeof fieldErrorSchema>;

/** RFC 9457 problem details, with our `code`, the request's id and, for a 422, what to mend. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string(),
  code: z.enum(problemCodes),
  requestId: z.string(),
  errors: z.array(fieldErrorSchema).optional(),
});
export type Problem = z.infer<typeof problemSchema>;
