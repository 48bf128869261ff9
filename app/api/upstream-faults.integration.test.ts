import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { type ProblemCode, problemSchema } from "@/lib/contract/problem";
import { db } from "@/lib/db/client";
import { breakerLimits } from "@/lib/memoram/breaker";
import { call, closedPort, connectedPerson, startHarness } from "@/scripts/test/harness";
import { type Answer, memoriesOf } from "@/scripts/test/memories";
import { workspaceOf } from "@/scripts/test/workspace";
import type { Fault } from "../../sandbox/control/faults";
import * as connectionRoute from "./connection/route";
import * as readyRoute from "./health/ready/route";
import * as streamRoute from "./memories/stream/route";
import * as tagsRoute from "./tags/route";

let sandbox: Awaited<ReturnType<typeof startHarness>>;
let person: Awaited<ReturnType<typeof connectedPerson>>;
let mine: ReturnType<typeof memoriesOf>;
let kept: ReturnType<typeof workspaceOf>;
beforeAll(async () => {
  sandbox = await startHarness();
  person = await connectedPerson(sandbox, "wanjiru");
  mine = memoriesOf(person);
  kept = workspaceOf(person);
});
afterAll(() => sandbox.close());
beforeEach(async () => {
  sandbox.control.clearFaults();
  // Each case begins with a Memoram that was seen to answer, whatever the one before did to it.
  const answers = async () => expect((await mine.list()).status).toBe(200);
  await vi.waitFor(answers, { timeout: 10_000 });
  sandbox.control.clearCalls();
});

afterEach(() => {
  vi.useRealTimers();
});

const words = "s3cret-upstream-words";
const elsewhere = { location: "http://127.0.0.1:9/stolen" };
type Expected = { code: ProblemCode; retryAfter?: string };
const faults: Record<string, { fault: Fault } & Expected> = {
  reset: { fault: { reset: true }, code: "memoram-unavailable" },
  "an answer lost": { fault: { lostAnswer: true }, code: "memoram-unavailable" },
  "an answer cut off": { fault: { truncate: true }, code: "memoram-unavailable" },
  "500": { fault: { status: 500, body: { message: words } }, code: "memoram-unavailable" },
  "502 in HTML": { fault: { html: true, status: 502 }, code: "memoram-unavailable" },
  "401": { fault: { status: 401, body: { error: words } }, code: "memoram-credentials" },
  "418": { fault: { status: 418, body: words }, code: "memoram-bad-response" },
  "HTML with 200": { fault: { html: true }, code: "memoram-bad-response" },
  "truncated JSON": {
    fault: { status: 200, body: `{"items":[{"id":"${words}` },
    code: "memoram-bad-response",
  },
  "an empty body": { fault: { status: 200 }, code: "memoram-bad-response" },
  "a wrong shape": { fault: { status: 200, body: { words } }, code: "memoram-bad-response" },
  "a list for an object": { fault: { status: 200, body: [words] }, code: "memoram-bad-response" },
  "a redirect": { fault: { status: 302, headers: elsewhere }, code: "memoram-bad-response" },
  "a lasting redirect": {
    fault: { status: 308, headers: elsewhere },
    code: "memoram-bad-response",
  },
  "429 in seconds": {
    fault: { status: 429, headers: { "retry-after": "42" } },
    code: "memoram-rate-limited",
    retryAfter: "42",
  },
  "429 for ever": {
    fault: { status: 429, headers: { "retry-after": "99999999999" } },
    code: "memoram-rate-limited",
    retryAfter: "86400",
  },
};

const routes: Record<string, { isWrite: boolean; ask: (id: string) => Promise<Answer> }> = {
  "GET /api/memories": { isWrite: false, ask: () => mine.list() },
  "GET /api/memories/{id}": { isWrite: false, ask: (id) => mine.read(id) },
  "GET /api/memories/{id}/versions": { isWrite: false, ask: (id) => kept.versions(id) },
  "GET /api/memories/stream": {
    isWrite: false,
    ask: () => call(streamRoute.GET, "/api/memories/stream", person),
  },
  "GET /api/tags": { isWrite: false, ask: () => call(tagsRoute.GET, "/api/tags", person) },
  "POST /api/memories": { isWrite: true, ask: () => mine.create({ content: "x" }) },
  "PATCH /api/memories/{id}": { isWrite: true, ask: (id) => mine.patch(id, { title: "x" }) },
  "DELETE /api/memories/{id}": { isWrite: true, ask: (id) => mine.remove(id) },
};

const aMemory = () => sandbox.control.putBlob(person.memoram.id, { content: "x" });
const agreed = new Set(["HTML with 200", "truncated JSON", "an empty body", "a wrong shape"]);
agreed.add("a list for an object").add("an answer cut off");

function expectProblem(answer: Answer, { code, retryAfter }: Expected) {
  const problem = problemSchema.strict().parse(answer.json);
  expect([problem.code, answer.headers.get("retry-after")]).toEqual([code, retryAfter ?? null]);
  expect(answer.status).toBe(problem.status);
  expect(answer.headers.get("cache-control")).toBe("no-store");
  for (const secret of [words, "<html", person.memoram.memoryKey, person.memoram.id]) {
    expect(answer.text).not.toContain(secret);
  }
}

const reads = Object.entries(routes).filter(([, { isWrite }]) => !isWrite);
const writes = Object.entries(routes).filter(([, { isWrite }]) => isWrite);
const callsOf = (method: string | undefined, path = /\/(memory-blobs|tags)/) =>
  sandbox.control.calls().filter((made) => made.method === method && path.test(made.path));

it.each(Object.entries(faults))("every read, when Memoram answers: %s", async (_, expected) => {
  const { id } = await aMemory();
  sandbox.control.fail({ method: "GET", path: /\/(memory-blobs|tags)/, fault: expected.fault });
  const answers = await Promise.all(reads.map(([, { ask }]) => ask(id)));
  for (const answer of answers) expectProblem(answer, expected);
  const tries: Partial<Record<ProblemCode, number>> = {
    "memoram-unavailable": 3,
    "memoram-credentials": 2,
  };
  const most = reads.length * (tries[expected.code] ?? 1);
  // Ten failures in a row open the breaker, which leaves out tries that are still to come.
  const least = Math.min(most, breakerLimits.opensAfter);
  expect(callsOf("GET").length).toBeGreaterThanOrEqual(least);
  expect(callsOf("GET").length).toBeLessThanOrEqual(most);
});

describe.each(writes)("%s", (route, { ask }) => {
  const [method] = route.split(" ");
  it.each(Object.entries(faults))("when Memoram answers: %s", async (name, expected) => {
    const { id } = await aMemory();
    sandbox.control.fail({ method, path: /\/memory-blobs/, fault: expected.fault });
    const answer = await ask(id);
    if (method === "DELETE" && agreed.has(name)) expect(answer.status).toBe(204);
    else expectProblem(answer, expected);
    expect(callsOf(method)).toHaveLength(expected.code === "memoram-credentials" ? 2 : 1);
  });
});

describe.each(Object.entries(routes))("%s", (_, { ask }) => {
  it("when every call to Memoram fails alike, the token's too", async () => {
    const { id } = await aMemory();
    const tokenFails: [Fault, ProblemCode][] = [
      [{ status: 401 }, "memoram-credentials"],
      [{ status: 500 }, "memoram-unavailable"],
      [{ html: true }, "memoram-bad-response"],
      [{ status: 404 }, "memoram-bad-response"],
    ];
    for (const [fault, code] of tokenFails) {
      await db().developerToken.updateMany({ data: { token: null } });
      sandbox.control.clearFaults();
      sandbox.control.fail({ path: /./, fault });
      expectProblem(await ask(id), { code });
    }
    sandbox.control.clearFaults();
  });

  it("when Memoram refuses and will not say why", async () => {
    const { id } = await aMemory();
    for (const status of [400, 403, 409, 422]) {
      sandbox.control.clearFaults();
      sandbox.control.fail({ path: /\/(access-requests|memory-blobs|tags)/, fault: { status } });
      const answer = await ask(id);
      expect([status, answer.json.code]).not.toEqual([status, "internal"]);
      expect(answer.status).not.toBe(500);
    }
  });
});

describe("a token that Memoram no longer takes", () => {
  it.each(Object.entries(routes))("is replaced once and %s goes through", async (_, { ask }) => {
    const { id } = await aMemory();
    await sandbox.control.expireTokens();
    sandbox.control.clearCalls();
    expect((await ask(id)).status).toBeLessThan(300);
    const exchanges = sandbox.control.calls().filter(({ path }) => path.endsWith("/auth/token"));
    expect(exchanges).toHaveLength(1);
  });

  it("is replaced once for twenty at the same time", async () => {
    await sandbox.control.expireTokens();
    sandbox.control.clearCalls();
    const answers = await Promise.all(Array.from({ length: 20 }, () => mine.list("?limit=1")));
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200));
    const exchanges = sandbox.control.calls().filter(({ path }) => path.endsWith("/auth/token"));
    expect(exchanges).toHaveLength(1);
  });
});

it("passes the connection's last known state on while Memoram cannot be asked", async () => {
  for (const { fault } of Object.values(faults)) {
    await db().connection.update({ where: { userId: person.userId }, data: { checkedAt: null } });
    sandbox.control.clearFaults();
    sandbox.control.fail({ path: /access-requests/, fault });
    const answer = await call(connectionRoute.GET, "/api/connection", person);
    expect([answer.status, answer.json.status]).toEqual([200, "approved"]);
  }
});

it("is ready while all answer, and degraded but serving while Memoram does not", async () => {
  const ask = () => call(readyRoute.GET, "/api/health/ready", { sameSite: false });
  const now = Date.now();
  vi.useFakeTimers({ toFake: ["Date"], now });
  expect([(await ask()).status, (await ask()).text]).toEqual([
    200,
    '{"status":"ready","checks":{"database":"up","memoram":"up"}}',
  ]);
  for (const fault of [{ status: 500 }, { reset: true }] as const) {
    sandbox.control.clearFaults();
    sandbox.control.fail({ path: /./, fault });
    vi.setSystemTime(Date.now() + 2_500);
    const answer = await ask();
    expect([answer.status, answer.text]).toEqual([
      200,
      '{"status":"degraded","checks":{"database":"up","memoram":"down"}}',
    ]);
  }
});

it("answers in time when Memoram does not, and writes nothing twice", async () => {
  const asking = [];
  for (const { ask } of Object.values(routes)) asking.push({ ask, id: (await aMemory()).id });
  sandbox.control.fail({ path: /memory-blobs|tags/, fault: { delayMs: 6_000 } });
  const startedAt = Date.now();
  const answers = await Promise.all(asking.map(({ ask, id }) => ask(id)));
  expect(Date.now() - startedAt).toBeLessThan(12_000);
  for (const answer of answers) expectProblem(answer, { code: "memoram-timeout" });
  // Change and deletion never came as far as their write: they look at the memory first.
  const writes = sandbox.control.calls().filter(({ method }) => method !== "GET");
  expect(writes.map(({ method }) => method)).toEqual(["POST"]);
  await vi.waitFor(
    () => expect(sandbox.control.calls().map(({ status }) => status)).not.toContain(0),
    {
      timeout: 5_000,
    },
  );
});

it("says that Memoram cannot be reached when it refuses every connection", async () => {
  const { MEMORAM_API_URL } = process.env;
  process.env.MEMORAM_API_URL = `http://127.0.0.1:${await closedPort()}/api/v1`;
  vi.resetModules();
  const { memoriesOf: freshMemoriesOf } = await import("@/scripts/test/memories");
  const connection = await import("./connection/route");
  const fresh = freshMemoriesOf(person);
  for (const answer of await Promise.all([
    fresh.list(),
    fresh.read("abc"),
    fresh.create({ content: "x" }),
    fresh.patch("abc", { title: "x" }),
    fresh.remove("abc"),
  ])) {
    expectProblem(answer, { code: "memoram-unavailable" });
  }
  await db().connection.update({ where: { userId: person.userId }, data: { checkedAt: null } });
  const { status, json } = await call(connection.GET, "/api/connection", person);
  expect([status, json.status]).toEqual([200, "approved"]);
  expect(sandbox.control.calls()).toEqual([]);
  process.env.MEMORAM_API_URL = MEMORAM_API_URL;
});
