import fc from "fast-check";
import { expect } from "vitest";
import { problemSchema } from "@/lib/contract/problem";
import { db } from "@/lib/db/client";
import type { RouteHandler } from "@/lib/http/with-route";
import type { RunningSandbox } from "../../../sandbox/start";
import type { ApiOperation } from "../api-routes";
import { call } from "../harness";
import { type BadRequest, badRequests } from "./bad-requests";

/** Requests under way at once. */
const AT_ONCE = 8;
/** The sandbox remembers this many calls at least. */
const BATCH = 1_000;
/** No refusal needs more: a small request must not ask for a large answer. */
const LONGEST_ANSWER = 64 * 1024;

/** `BAD_INPUT_SEED` repeats a run that failed; without it, always the same one. */
export const seed = Number(process.env.BAD_INPUT_SEED ?? 20_261_125);

/** What `CRON_SECRET` must be set to. */
export const schedulerSecret = "a-secret-for-the-scheduler";

type Who = { cookie: string; memoramId: string };

/** What a refused call may leave: that it came, that its caller was seen, and a token of our own. */
const tracesOfCalls = ["RateLimit", "Lease", "DeveloperToken"];
const SEEN = "lastSeenAt";

/** A digest of each of our tables, of every row and column of it. */
export async function contents(): Promise<Record<string, string>> {
  const tables = await db().$queryRaw<{ name: string }[]>`
    SELECT table_name AS name FROM information_schema.tables
    WHERE table_schema = current_schema() ORDER BY table_name`;
  const digests: Record<string, string> = {};
  for (const { name } of tables.filter((table) => !tracesOfCalls.includes(table.name))) {
    const rows = await db().$queryRawUnsafe<{ digest: string | null }[]>(
      `SELECT string_agg(digest, ' ' ORDER BY digest) AS digest
       FROM (SELECT md5((to_jsonb(t) - '${SEEN}')::text) AS digest FROM "${name}" t) AS rows`,
    );
    digests[name] = rows[0]?.digest ?? "";
  }
  const held = await db().lease.findMany({ where: { until: { gt: new Date() } } });
  digests.Lease = held.map(({ key }) => key).join(" ");
  return digests;
}

/** Everything that a refused request may not have changed. */
export async function everything(sandbox: RunningSandbox, memoramId: string) {
  const rows = await contents();
  const blobs = await sandbox.control.blobs(memoramId);
  return { rows, blobs: blobs.map(({ id, updated_at }) => `${id} ${String(updated_at)}`) };
}

/** What the sandbox was asked to change since its calls were last cleared. */
export const writesTo = (sandbox: RunningSandbox) =>
  sandbox.control
    .calls()
    .filter(({ method, path }) => method !== "GET" && !path.endsWith("/auth/token"))
    .map(({ method, path }) => `${method} ${path}`);

function inPieces(bytes: Uint8Array, size: number): ReadableStream<Uint8Array> {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) return controller.close();
      controller.enqueue(bytes.subarray(at, at + size));
      at += size;
    },
  });
}

function bodyOf({ body, chunk }: BadRequest, operation: ApiOperation) {
  if (operation.method === "GET") return {};
  const made = body ? body() : operation.body && JSON.stringify(operation.body);
  if (made === undefined) return {};
  const bytes = Uint8Array.from(Buffer.from(made));
  return { raw: chunk > 0 ? inPieces(bytes, chunk) : bytes };
}

function ask(handler: RouteHandler, operation: ApiOperation, request: BadRequest, cookie: string) {
  const { method, route } = operation;
  const good = Object.fromEntries(route.params.map((name) => [name, "nobody-has-this"]));
  return call(handler, route.path(good) + (request.search ?? ""), {
    method,
    cookie: request.cookie ?? cookie,
    params: { ...good, ...request.params },
    headers: {
      ...(operation.body ? { "content-type": "application/json" } : {}),
      ...(route.caller === "scheduler" ? { authorization: `Bearer ${schedulerSecret}` } : {}),
      ...request.headers,
    },
    ...bodyOf(request, operation),
  });
}

/** Refused with one of the codes that fit, as a whole and small problem. */
function expectRefusal(answer: Awaited<ReturnType<typeof call>>, request: BadRequest, at: number) {
  const what = { at, seed, why: request.why };
  const { data: problem } = problemSchema.strict().safeParse(answer.json);
  const told = { ...what, status: answer.status, code: problem?.code };
  expect(told).toEqual({
    ...what,
    status: problem?.status ?? "that of a problem",
    code: expect.toBeOneOf(request.codes),
  });
  expect(answer.headers.get("content-type")).toBe("application/problem+json");
  expect(answer.headers.get("cache-control")).toBe("no-store");
  expect(answer.headers.get("x-request-id")).toBe(problem?.requestId);
  expect({ ...what, isShort: answer.text.length < LONGEST_ANSWER }).toEqual({
    ...what,
    isShort: true,
  });
}

/**
 * Sends `count` bad requests to an operation as somebody who is connected: each is refused with a
 * code that fits, and nothing is written, here or at Memoram.
 */
export async function sendBad(
  operation: ApiOperation,
  count: number,
  { sandbox, who }: { sandbox: RunningSandbox; who: Who },
): Promise<void> {
  const handler = (await operation.route.load())[operation.method];
  if (!handler) throw new Error(`${operation.name} has no handler.`);
  const before = await everything(sandbox, who.memoramId);
  const requests = fc.sample(badRequests(operation), { seed, numRuns: count });
  for (let start = 0; start < count; start += BATCH) {
    sandbox.control.clearCalls();
    const queue = requests.slice(start, start + BATCH).entries();
    const work = async () => {
      for (const [at, request] of queue) {
        expectRefusal(await ask(handler, operation, request, who.cookie), request, start + at);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    expect(writesTo(sandbox)).toEqual([]);
  }
  expect(await everything(sandbox, who.memoramId)).toEqual(before);
  expect(Object.keys(Object.prototype)).toEqual([]);
}
