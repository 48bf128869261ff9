import "@/lib/contract/no-eval";
import type { z } from "zod";
import { type ActivityJob, formatJob, jobHeader } from "@/lib/contract/activity";
import { problemSchema } from "@/lib/contract/problem";
import { ApiError, OfflineError, UnreadableAnswerError } from "./errors";

/** Our server gives Memoram 12 s a call; a write may first wait for what was sent before it. */
const TIMEOUT_MS = { read: 30_000, write: 60_000 };

export type FetchJsonOptions<Schema extends z.ZodType> = {
  /** What a good answer must look like; `z.undefined()` for a 204. */
  schema: Schema;
  method?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Sent as JSON when given. */
  body?: unknown;
  /** The ETag of the version that the change was made from. */
  ifMatch?: string | null;
  idempotencyKey?: string;
  /** The job that this call is part of. */
  job?: ActivityJob;
  signal?: AbortSignal;
  /** For tests. */
  fetch?: typeof globalThis.fetch;
};

export type JsonAnswer<Data> = { data: Data; etag: string | null; headers: Headers };

/**
 * One call to our own API, at `path` of this origin. The answer is parsed, never trusted.
 *
 * Throws `ApiError` for a problem document, `OfflineError` when no answer arrived, and
 * `UnreadableAnswerError` for anything else; an abort through `signal` is thrown as it came.
 */
export async function fetchJson<Schema extends z.ZodType>(
  path: string,
  options: FetchJsonOptions<Schema>,
): Promise<JsonAnswer<z.output<Schema>>> {
  const { schema, signal, body, fetch = globalThis.fetch } = options;
  const { method = "GET" } = options;
  const timeout = AbortSignal.timeout(method === "GET" ? TIMEOUT_MS.read : TIMEOUT_MS.write);

  let response: Response;
  let text: string;
  try {
    response = await fetch(path, {
      method,
      headers: requestHeaders(options),
      body: body === undefined ? undefined : JSON.stringify(body),
      credentials: "same-origin",
      // Our API redirects nowhere: a redirect is somebody else's page.
      redirect: "manual",
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    });
    text = await response.text();
  } catch (cause) {
    if (signal?.aborted) throw cause;
    throw new OfflineError(cause);
  }

  if (!response.ok) throw failureOf(response, text);
  const json = parseJson(text, response.status);
  const parsed = schema.safeParse(json);
  if (!parsed.success) throw new UnreadableAnswerError(response.status, parsed.error);
  return { data: parsed.data, etag: strongEtag(response.headers), headers: response.headers };
}

/** What an answer that is no success says: an `ApiError`, or an `UnreadableAnswerError`. */
export function failureOf({ status, headers }: Response, text: string): Error {
  let json: unknown;
  try {
    json = parseJson(text, status);
  } catch (error) {
    if (error instanceof UnreadableAnswerError) return error;
    throw error;
  }
  const problem = problemSchema.safeParse(json);
  if (!problem.success) return new UnreadableAnswerError(status, problem.error);
  return new ApiError(problem.data, retryAfterSeconds(headers));
}

function requestHeaders({ body, ifMatch, idempotencyKey, job }: FetchJsonOptions<z.ZodType>) {
  const headers = new Headers({ accept: "application/json, application/problem+json" });
  if (body !== undefined) headers.set("content-type", "application/json");
  if (ifMatch) headers.set("if-match", ifMatch);
  if (job) headers.set(jobHeader, formatJob(job));
  if (idempotencyKey) headers.set("idempotency-key", idempotencyKey);
  return headers;
}

function parseJson(text: string, status: number): unknown {
  if (text === "") return undefined;
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new UnreadableAnswerError(status, cause);
  }
}

/**
 * Our ETags are strong; a proxy that compresses on the way weakens them to `W/"…"`. The version
 * named is still the same one, and `If-Match` compares strongly (RFC 9110, 13.1.1).
 */
function strongEtag(headers: Headers): string | null {
  return headers.get("etag")?.replace(/^W\//, "") ?? null;
}

/** `Retry-After` is a number of seconds or an HTTP date (RFC 9110, 10.2.3). */
function retryAfterSeconds(headers: Headers): number | null {
  const value = headers.get("retry-after")?.trim();
  if (!value) return null;
  if (/^\d+$/.test(value)) return Number(value);
  const at = Date.parse(value);
  return Number.isNaN(at) ? null : Math.max(0, Math.ceil((at - Date.now()) / 1_000));
}
