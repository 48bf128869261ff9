import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { AppError, isAppError } from "@/lib/errors";
import { BreakerOpenError } from "@/lib/memoram/breaker";
import type { DeveloperTokens } from "@/lib/memoram/developer-token";
import { limit } from "@/lib/memoram/limit";
import { parseRetryAfter } from "@/lib/memoram/retry-after";
import { beforeSending } from "@/lib/memoram/sent";
import { MemoramStatusError } from "@/lib/memoram/status-error";
import {
  type RawAnswer,
  type RawRequest,
  type Transport,
  transportLimits,
} from "@/lib/memoram/transport";

export type Call<T> = {
  method: RawRequest["method"];
  /** Path below the API's base address, beginning with a slash; already percent-encoded. */
  path: string;
  query?: Record<string, string | number | undefined>;
  json?: unknown;
  /** Turns the body of a 2xx into a value: `jsonOf(schema)`, or `ignoreBody`. */
  read: (text: string) => T;
  /** A 2xx counts without its body, which is not waited for. */
  discardsBody?: boolean;
  /** Milliseconds for the whole call, retries included. */
  callMs?: number;
  /** Ends the call early. */
  signal?: AbortSignal;
};

export type MemoramHttp = <T>(call: Call<T>) => Promise<T>;

const READ_ATTEMPTS = 3;
const LONGEST_WAIT_MS = 2_000;

/** RFC 6749 says `error`; other error bodies are undocumented and are read leniently. */
const oauthErrorSchema = z.object({ error: z.string().max(64) });

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new AppError("memoram-bad-response", { cause });
  }
}

/** Reads a body as JSON of the documented shape; members beyond it are dropped. */
export function jsonOf<T>(schema: z.ZodType<T>): (text: string) => T {
  return (text) => {
    const result = schema.safeParse(parseJson(text));
    if (result.success) return result.data;
    const where = result.error.issues.map((issue) => issue.path.join(".")).join(", ");
    throw new AppError("memoram-bad-response", {
      cause: new Error(`Unexpected shape at: ${where}`),
    });
  };
}

/** For calls whose answer's shape is not documented. */
export const ignoreBody = () => undefined;

function oauthErrorOf(text: string): string | undefined {
  try {
    return oauthErrorSchema.safeParse(JSON.parse(text)).data?.error;
  } catch {
    return undefined;
  }
}

/**
 * Turns an answer into a value or into an error. Nothing of the body reaches an error's message.
 * @throws AppError memoram-rate-limited (429), memoram-unavailable (5xx), memoram-bad-response (a
 *   redirect, no JSON, another shape); MemoramStatusError for any other 4xx.
 */
export function readAnswer<T>(answer: RawAnswer, read: (text: string) => T): T {
  const { status } = answer;
  if (status === 429) {
    const { retryAfter } = answer;
    // Without a word about it, a read may try again soon; what our caller is told then is ours.
    const retryAfterSeconds = retryAfter === undefined ? undefined : parseRetryAfter(retryAfter);
    throw new AppError("memoram-rate-limited", { retryAfterSeconds });
  }
  if (status >= 500) {
    throw new AppError("memoram-unavailable", { cause: new MemoramStatusError(status) });
  }
  if (status >= 400) throw new MemoramStatusError(status, oauthErrorOf(answer.text));
  if (status < 200 || status >= 300) {
    throw new AppError("memoram-bad-response", { cause: new MemoramStatusError(status) });
  }
  return read(answer.text);
}

/** Only what is safe to repeat is repeated, and only when it was refused, reset, 429 or 5xx. */
function waitBeforeRetry(error: unknown, attempt: number): number | null {
  if (!isAppError(error, "memoram-unavailable", "memoram-rate-limited")) return null;
  if (error.cause instanceof BreakerOpenError) return null;
  const backoff = 150 * 2 ** attempt * (0.5 + Math.random());
  const asked = (error.retryAfterSeconds ?? 0) * 1_000;
  return asked > LONGEST_WAIT_MS ? null : asked + backoff;
}

/** Repeats a read a few times with jittered pauses, as far as `signal`'s time allows. */
export async function withRetries<T>(attempt: () => Promise<T>, signal: AbortSignal): Promise<T> {
  for (let count = 1; ; count += 1) {
    try {
      return await attempt();
    } catch (error) {
      const wait = count < READ_ATTEMPTS ? waitBeforeRetry(error, count) : null;
      if (wait === null || signal.aborted) throw error;
      try {
        await sleep(wait, undefined, { signal });
      } catch {
        throw error;
      }
    }
  }
}

/** Without a token the call itself is not sent; after a 401 it was refused. */
function rethrowUnsent(error: unknown): never {
  throw beforeSending(error);
}

function address(baseUrl: string, path: string, query: Call<unknown>["query"] = {}): string {
  const url = new URL(baseUrl + path);
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) url.searchParams.set(name, String(value));
  }
  return url.href;
}

/**
 * Speaks to Memoram with the developer JWT: bearer token, JSON, limits of time and size. A 401
 * replaces the token once and sends the call again, a write too: it was refused, so nothing
 * happened.
 * @throws AppError memoram-unavailable, memoram-timeout, memoram-bad-response,
 *   memoram-rate-limited, memoram-credentials; MemoramStatusError for any other refusal.
 */
export function createHttp(options: {
  baseUrl: string;
  transport: Transport;
  tokens: DeveloperTokens;
}): MemoramHttp {
  const { baseUrl, transport, tokens } = options;
  return async (call) => {
    const { method, path, query, json, read, discardsBody } = call;
    const { signal, lift } = limit(call.callMs ?? transportLimits.callMs, call.signal);
    const url = address(baseUrl, path, query);
    const body = json === undefined ? undefined : JSON.stringify(json);
    const type: Record<string, string> =
      body === undefined ? {} : { "content-type": "application/json" };

    const once = async (token: string) => {
      const headers = { ...type, authorization: `Bearer ${token}` };
      const answer = await transport({ method, url, headers, body, discardsBody }, signal);
      return answer.status === 401 ? null : { value: readAnswer(answer, read) };
    };
    const send = (token: string) =>
      method === "GET" ? withRetries(() => once(token), signal) : once(token);

    try {
      const token = await tokens.get(signal).catch(rethrowUnsent);
      const first = await send(token.value);
      if (first !== null) return first.value;
      const fresh = await tokens.replace(token.version, signal).catch(rethrowUnsent);
      const second = await send(fresh.value);
      if (second !== null) return second.value;
    } finally {
      lift();
    }
    throw new AppError("memoram-credentials", { cause: new MemoramStatusError(401) });
  };
}
