import "server-only";
import { randomUUID } from "node:crypto";
import type { NextRequest } from "next/server";
import { z } from "zod";
import { requireSession } from "@/lib/auth/require-user";
import { AppError, isAppError } from "@/lib/errors";
import { addressOf } from "@/lib/http/address";
import { type FileAnswer, fileResponse } from "@/lib/http/file";
import { type Lines, ndjsonResponse } from "@/lib/http/ndjson";
import { parseWith, queryOf } from "@/lib/http/parse";
import { problemResponse, toProblem } from "@/lib/http/problem";
import { readJsonBody } from "@/lib/http/read-body";
import { assertNotFromElsewhere, assertSameSite } from "@/lib/http/same-site";
import { assertScheduler } from "@/lib/http/scheduler";
import { causeOf, log } from "@/lib/log";
import { withOnePatience } from "@/lib/patience";
import { takeForAddress, takeForPerson } from "@/lib/services/rate-limits/take";

type Context = { params: Promise<Record<string, string | string[] | undefined>> };
export type RouteHandler = (request: NextRequest, context: Context) => Promise<Response>;

type Schema = z.ZodType | undefined;
type Parsed<S extends Schema> = S extends z.ZodType ? z.infer<S> : undefined;

/**
 * What a handler answers: JSON with an optional status and headers, a stream of lines (NDJSON), a
 * file to be saved, or nothing (204), perhaps with headers and cookies (`Set-Cookie`, whole).
 */
type Answer =
  | { json: unknown; status?: number; headers?: Record<string, string> }
  | { stream: Lines }
  | { file: FileAnswer }
  | { headers: Record<string, string>; cookies?: readonly string[] }
  | undefined;

/** Who calls, and in which session; nobody on a route that asks for none. */
type SignedIn = { userId: string; sessionId: string };
type Nobody = { userId: null; sessionId: null };
type Caller = SignedIn | Nobody;
const nobody: Nobody = { userId: null, sessionId: null };

type Given<P extends Schema, Q extends Schema, B extends Schema, U extends Caller> = {
  params: Parsed<P>;
  query: Parsed<Q>;
  body: Parsed<B>;
  headers: Headers;
} & U;

type Declaration<P extends Schema, Q extends Schema, B extends Schema, U extends Caller> = {
  params?: P;
  /** Without one, a query is refused. */
  query?: Q;
  body?: B;
  /** What a request without a body stands for; without it, a body is demanded. */
  emptyBody?: unknown;
  /** A call that costs much has a limit of its own, for those that are well-formed. */
  limit?: "stream" | "export" | "pasteKey";
  /** A GET that is recorded: not for who is led here by another site. */
  leavesTrace?: boolean;
  handler: (given: Given<P, Q, B, U>) => Promise<Answer>;
};

const noQuery = z.strictObject({});

function commonHeaders(requestId: string, further?: Record<string, string>): Headers {
  const headers = new Headers(further);
  headers.set("cache-control", "no-store");
  headers.set("x-request-id", requestId);
  return headers;
}

function respond(answer: Answer, request: NextRequest, requestId: string): Response {
  if (answer === undefined) {
    return new Response(null, { status: 204, headers: commonHeaders(requestId) });
  }
  if ("json" in answer) {
    const headers = commonHeaders(requestId, answer.headers);
    return Response.json(answer.json, { status: answer.status ?? 200, headers });
  }
  if ("headers" in answer) {
    const headers = commonHeaders(requestId, answer.headers);
    for (const cookie of answer.cookies ?? []) headers.append("set-cookie", cookie);
    return new Response(null, { status: 204, headers });
  }
  const { method, signal } = request;
  if ("file" in answer) {
    const tellLog = (error: unknown) => void note(error, method, requestId);
    const response = fileResponse(answer.file, commonHeaders(requestId), tellLog);
    return method === "HEAD" ? new Response(null, response) : response;
  }
  const response = ndjsonResponse(answer.stream, {
    signal,
    headers: commonHeaders(requestId),
    toProblem: (error) => toProblem(note(error, method, requestId), requestId),
  });
  // Nothing has been read from it yet, so nothing needs to be ended.
  return method === "HEAD" ? new Response(null, response) : response;
}

/** Takes whatever was thrown for what it is, and tells the log its code, never its message. */
function note(error: unknown, method: string, requestId: string): AppError {
  const known = error instanceof AppError ? error : new AppError("internal", { cause: error });
  const { code, status, cause } = known;
  const fields = { requestId, code, method, status };
  const line = cause === undefined ? fields : { ...fields, cause: causeOf(cause) };
  if (code === "internal") log.error("request failed", line);
  else if (status >= 500) log.warn("request failed", line);
  else log.debug("request refused", line);
  return known;
}

/** Turns whatever was thrown into a problem. */
export function refuse(error: unknown, method: string, requestId: string): Response {
  return problemResponse(note(error, method, requestId), requestId);
}

const changesSomething = (method: string) => method !== "GET" && method !== "HEAD";

/** Who cannot say who they are counts by where they come from. */
async function countStranger(request: NextRequest): Promise<void> {
  await takeForAddress("unknown", addressOf(request.headers));
}

async function callerOrCounted<U>(request: NextRequest, find: () => U | Promise<U>): Promise<U> {
  try {
    return await find();
  } catch (error) {
    if (isAppError(error, "unauthenticated")) await countStranger(request);
    throw error;
  }
}

function build<P extends Schema, Q extends Schema, B extends Schema, U extends Caller>(
  {
    params,
    query = undefined,
    body,
    emptyBody,
    limit,
    leavesTrace,
    handler,
  }: Declaration<P, Q, B, U>,
  callerOf: (request: NextRequest) => Promise<U>,
): RouteHandler {
  const answer: RouteHandler = async (request, context) => {
    const requestId = randomUUID();
    try {
      const caller = await callerOf(request);
      if (caller.userId !== null) await takeForPerson("person", caller.userId);
      if (changesSomething(request.method)) assertSameSite(request.headers);
      else if (leavesTrace) assertNotFromElsewhere(request.headers);
      const raw = body && (await readJsonBody(request, emptyBody));
      // `Parsed` follows from which schemas were declared, which the compiler cannot see here.
      const given = {
        params: params && parseWith(params, await context.params),
        query: parseWith(query ?? noQuery, queryOf(new URL(request.url))),
        body: body && parseWith(body, raw),
        headers: request.headers,
        ...caller,
      } as Given<P, Q, B, U>;
      if (caller.userId !== null) {
        if (changesSomething(request.method)) await takeForPerson("personWrites", caller.userId);
        if (limit) await takeForPerson(limit, caller.userId);
      }
      return respond(await handler(given), request, requestId);
    } catch (error) {
      return refuse(error, request.method, requestId);
    }
  };
  return (request, context) => withOnePatience(() => answer(request, context));
}

/**
 * One route of our JSON API for someone signed in. The order of checks is part of the API:
 * session → rate limit → same site → content type → size → JSON → schema → limits of
 * writes and of what costs much → what the handler's service checks.
 */
export function withRoute<
  P extends Schema = undefined,
  Q extends Schema = undefined,
  B extends Schema = undefined,
>(declaration: Declaration<P, Q, B, SignedIn>): RouteHandler {
  return build(declaration, (request) => callerOrCounted(request, () => requireSession(request)));
}

/**
 * A route that needs no session and tells nothing about anyone. `counted`: by where calls come from;
 * not for one that has to answer when nothing else does.
 */
export function withPublicRoute<Q extends Schema = undefined>({
  counted = true,
  ...declaration
}: Declaration<undefined, Q, undefined, Nobody> & { counted?: boolean }): RouteHandler {
  return build(declaration, async (request) => {
    if (counted) await countStranger(request);
    return nobody;
  });
}

/** A route for the scheduler of this installation, who has a secret and no session. */
export function withSchedulerRoute(
  declaration: Declaration<undefined, undefined, undefined, Nobody>,
): RouteHandler {
  return build(declaration, (request) =>
    callerOrCounted(request, () => {
      assertScheduler(request.headers);
      return nobody;
    }),
  );
}
