import "server-only";
import { Agent, type Dispatcher, request } from "undici";
import { AppError } from "@/lib/errors";
import { limit } from "@/lib/memoram/limit";
import { NoAnswerError, UnsentError } from "@/lib/memoram/sent";

/** Milliseconds, and bytes, that one exchange with Memoram may take. */
export const transportLimits = {
  connectMs: 2_000,
  attemptMs: 5_000,
  callMs: 12_000,
  bodyBytes: 10 * 1024 * 1024,
  refusalBytes: 64 * 1024,
} as const;

export type RawRequest = {
  method: "GET" | "POST" | "PATCH" | "DELETE";
  url: string;
  headers: Record<string, string>;
  body?: string;
  /** The status of a success is all that counts: its body is not waited for. */
  discardsBody?: boolean;
  /** Though no GET, it is as harmless as one: sent in vain, it has changed nothing. */
  changesNothing?: boolean;
};

export type RawAnswer = {
  status: number;
  retryAfter: string | undefined;
  /** The whole body of a success; of anything else what there is at the beginning. */
  text: string;
};

/** One attempt: sends, reads the whole body, and fails with an `AppError`. */
export type Transport = (request: RawRequest, signal: AbortSignal) => Promise<RawAnswer>;

const base = {
  connect: { timeout: transportLimits.connectMs },
  headersTimeout: transportLimits.attemptMs,
  bodyTimeout: transportLimits.attemptMs,
} satisfies Agent.Options;

const refusedCodes = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EPIPE",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "UND_ERR_SOCKET",
  "UND_ERR_RES_CONTENT_LENGTH_MISMATCH",
]);

const timeoutCodes = new Set([
  "ETIMEDOUT",
  "UND_ERR_CONNECT_TIMEOUT",
  "UND_ERR_HEADERS_TIMEOUT",
  "UND_ERR_BODY_TIMEOUT",
  "UND_ERR_ABORTED",
  "ABORT_ERR",
]);

/** What happens before a connection stands, and so before anything was sent on it. */
const unconnectedCodes = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "UND_ERR_CONNECT_TIMEOUT",
]);

function codesOf(error: unknown): string[] {
  if (!(error instanceof Error)) return [];
  const own = "code" in error && typeof error.code === "string" ? [error.code] : [];
  const inner = error instanceof AggregateError ? error.errors.flatMap(codesOf) : [];
  return [...own, error.name, ...inner, ...codesOf(error.cause)];
}

/** Unreachable, late and unreadable are three different errors. */
function translate(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const codes = codesOf(error);
  const late = (code: string) =>
    timeoutCodes.has(code) || code === "TimeoutError" || code === "AbortError";
  if (codes.some(late)) return new AppError("memoram-timeout", { cause: error });
  if (codes.some((code) => refusedCodes.has(code)))
    return new AppError("memoram-unavailable", { cause: error });
  const unreadable = /^(HTTPParserError$|HPE_|UND_ERR_)/;
  if (codes.some((code) => unreadable.test(code)))
    return new AppError("memoram-bad-response", { cause: error });
  return new AppError("memoram-unavailable", { cause: error });
}

/** Why there is no answer, and whether what was begun at `sentAt` was sent, as far as we know. */
function unanswered(error: unknown, sentAt: number): Error {
  const isUnsent = codesOf(error).some((code) => unconnectedCodes.has(code));
  return isUnsent ? new UnsentError(error) : new NoAnswerError(error, sentAt);
}

type Body = Dispatcher.ResponseData["body"];

async function readWhole(body: Body): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > transportLimits.bodyBytes) {
      throw new AppError("memoram-bad-response", { cause: new Error("The answer is too large.") });
    }
    chunks.push(bytes);
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(chunks));
  } catch (cause) {
    throw new AppError("memoram-bad-response", { cause });
  }
}

/** A refusal counts by its status: its body may be too long, break off, or be in no encoding we know. */
async function readBeginning(body: Body): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of body) {
      const bytes = Buffer.from(chunk);
      chunks.push(bytes);
      size += bytes.length;
      if (size > transportLimits.refusalBytes) break;
    }
  } catch {
    // What came so far is what there is.
  }
  return Buffer.concat(chunks).subarray(0, transportLimits.refusalBytes).toString("utf8");
}

async function discard(body: Body): Promise<string> {
  body.on("error", () => {});
  body.destroy();
  return "";
}

function readerFor(status: number, discardsBody: boolean) {
  if (status < 200 || status >= 300) return readBeginning;
  return discardsBody ? discard : readWhole;
}

/**
 * A transport over HTTP/1.1. Follows no redirect. Reads share kept-alive connections; a write gets
 * a fresh one, since on a connection that Memoram just closed it could not be told whether the
 * write had happened. The cause of an error without an answer says whether it was
 * sent: {@link NoAnswerError}, {@link UnsentError}.
 */
export function createTransport(): Transport {
  const reads = new Agent(base);
  const writes = new Agent({ ...base, pipelining: 0 });
  return async ({ method, url, headers, body, discardsBody = false }, signal) => {
    const attempt = limit(transportLimits.attemptMs, signal);
    const sentAt = Date.now();
    let isAnswered = false;
    try {
      const answer = await request(url, {
        method,
        headers: { accept: "application/json", ...headers },
        body: body ?? null,
        signal: attempt.signal,
        dispatcher: method === "GET" ? reads : writes,
      });
      isAnswered = true;
      const { statusCode: status } = answer;
      const retryAfter = answer.headers["retry-after"];
      const read = readerFor(status, discardsBody);
      return {
        status,
        retryAfter: Array.isArray(retryAfter) ? retryAfter[0] : retryAfter,
        text: await read(answer.body),
      };
    } catch (error) {
      throw translate(isAnswered ? error : unanswered(error, sentAt));
    } finally {
      attempt.lift();
    }
  };
}
