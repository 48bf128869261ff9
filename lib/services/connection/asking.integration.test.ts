import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import * as askRoute from "@/app/api/connection/access-request/route";
import * as connectionRoute from "@/app/api/connection/route";
import { connectionSchema } from "@/lib/contract/connection";
import { db } from "@/lib/db/client";
import { authorize } from "@/lib/services/connection/authorize";
import {
  connectionApi,
  countCalls,
  createdRequests,
  letLookAgain,
  sandboxPerson,
  storedConnection,
  tokensOf,
} from "@/scripts/test/connection-api";
import { call, emptyDatabase, newPerson, startHarness } from "@/scripts/test/harness";
import { approved, signedIn } from "@/scripts/test/signed-in";

let sandbox: Awaited<ReturnType<typeof startHarness>>;
beforeAll(async () => {
  sandbox = await startHarness({}, { seedPeople: ["tomas", "wanjiru"] });
});
afterAll(() => sandbox.close());
beforeEach(async () => {
  await sandbox.control.reset();
  await emptyDatabase();
});

const requests = /^\/api\/v1\/access-requests\/[a-z0-9]+$/;

describe("none", () => {
  it("is answered for someone who never connected, and can neither ask nor read", async () => {
    const me = connectionApi(await newPerson());
    const answer = await me.look();
    expect(answer.status).toBe(200);
    expect(connectionSchema.strict().parse(answer.json)).toEqual({
      status: "none",
      reason: null,
      requestId: null,
      requestedAt: null,
      decidedAt: null,
      keyVersion: null,
      dashboardUrl: sandbox.dashboardUrl,
    });
    expect([(await me.ask()).status, (await me.ask()).json.code]).toEqual([409, "not-connected"]);
    expect((await me.memories()).json.code).toBe("not-connected");
    expect((await me.disconnect()).status).toBe(204);
    expect((await me.look()).json.status).toBe("none");
    expect(countCalls(sandbox, "POST", /access-requests/)).toBe(0);
  });

  it.each([
    ["no cookie", undefined],
    ["a cookie of nobody", "next-auth.session-token=nobody"],
  ])("tells the signed-out nothing: %s", async (_, cookie) => {
    for (const method of ["look", "ask", "disconnect", "memories"] as const) {
      const answer = await connectionApi({ cookie: cookie ?? "" })[method]();
      expect([answer.status, answer.json.code]).toEqual([401, "unauthenticated"]);
    }
  });

  it("refuses a query", async () => {
    const { cookie } = await newPerson();
    const answer = await call(connectionRoute.GET, "/api/connection?verbose=1", { cookie });
    expect(answer.status).toBe(422);
  });
});

describe("authorized: asking failed at sign-in", () => {
  const list = "/access-requests";
  it.each([
    ["the list is cut", list, { reset: true }, "memoram-unavailable", 503],
    ["the list answers 500", list, { status: 500 }, "memoram-unavailable", 503],
    ["the list answers HTML", list, { html: true }, "memoram-bad-response", 502],
    ["the list answers 403", list, { status: 403 }, "memoram-bad-response", 502],
    ["the list answers 404", list, { status: 404 }, "memoram-bad-response", 502],
    ["the list has another shape", list, { status: 200, body: {} }, "memoram-bad-response", 502],
    ["the list answers 401 for ever", list, { status: 401 }, "memoram-credentials", 502],
    ["the API key is refused", "/auth/token", { status: 401 }, "memoram-credentials", 502],
    [
      "Memoram asks for a pause",
      list,
      { status: 429, headers: { "retry-after": "7" } },
      "memoram-rate-limited",
      429,
    ],
  ] as const)("%s", async (_, path, fault, code, status) => {
    sandbox.control.fail({ path, fault });
    if (path === "/auth/token") await sandbox.control.expireTokens();
    if (path === "/auth/token") await emptyDatabase();
    const person = await signedIn(sandbox);
    expect(person.status).toBe("authorized");

    const refused = await person.ask();
    expect([refused.status, refused.json.code]).toEqual([status, code]);
    if (status === 429) expect(refused.headers.get("retry-after")).toBe("7");
    const look = await person.look();
    expect([look.status, look.json.status, look.json.requestId]).toEqual([200, "authorized", null]);
    expect((await person.memories()).json.code).toBe("not-connected");

    sandbox.control.clearFaults();
    const answer = await person.ask();
    expect([answer.status, answer.json.status]).toEqual([200, "pending"]);
    expect(await sandbox.control.requests()).toHaveLength(1);
  });

  it.each([
    ["cut", { reset: true }, "memoram-unavailable"],
    ["500", { status: 500 }, "memoram-unavailable"],
    ["a redirect", { status: 302, headers: { location: "/" } }, "memoram-bad-response"],
    ["half an answer", { truncate: true }, "memoram-unavailable"],
    ["400", { status: 400 }, "memoram-bad-response"],
    ["409", { status: 409 }, "memoram-bad-response"],
  ] as const)("the POST is not repeated: %s", async (_, fault, code) => {
    const post = { method: "POST", path: "/access-requests" };
    sandbox.control.fail({ ...post, fault });
    const person = await signedIn(sandbox);
    expect(person.status).toBe("authorized");
    expect(createdRequests(sandbox)).toBe(1);
    sandbox.control.clearFaults();
    sandbox.control.fail({ ...post, fault, times: 1 });
    const before = await sandbox.control.requests();
    const answer = await person.ask();
    // What the first try made although its answer was lost is found again, not made twice.
    if (before.length > 0) expect([answer.json.requestId]).toEqual([before[0]?.id]);
    else expect(answer.json.code).toBe(code);
    expect((await person.ask()).json.status).toBe("pending");
    expect(await sandbox.control.requests()).toHaveLength(1);
  });

  it("the answer to the POST is lost: signing in again finds the request", async () => {
    sandbox.control.fail({ method: "POST", path: list, times: 1, fault: { lostAnswer: true } });
    const person = await signedIn(sandbox);
    expect(person.status).toBe("authorized");
    const row = await person.again();
    expect(row?.status).toBe("pending");
    expect((await sandbox.control.requests()).map(({ id }) => id)).toEqual([row?.accessRequestId]);
  });

  it("Memoram never answers: the sign-in goes on after a while, as authorized", async () => {
    sandbox.control.fail({ path: list, times: 1, fault: { delayMs: 20_000 } });
    const started = Date.now();
    const person = await signedIn(sandbox);
    expect(person.status).toBe("authorized");
    expect(Date.now() - started).toBeLessThan(9_000);
  });
});

describe("the reason", () => {
  async function rejected() {
    const person = await signedIn(sandbox);
    await sandbox.control.decide(person.requestId, "rejected");
    await person.lookAgain();
    sandbox.control.clearCalls();
    return person;
  }

  it.each([
    ["256 characters", { reason: "x".repeat(256) }],
    ["empty", { reason: "" }],
    ["only spaces", { reason: "   " }],
    ["a number", { reason: 5 }],
    ["null", { reason: null }],
    ["half of a pair", { reason: "a \ud83d b" }],
    ["a null character", { reason: "a\u0000b" }],
  ])("is refused: %s", async (_, body) => {
    const person = await rejected();
    const answer = await person.ask(body);
    expect([answer.status, answer.json.code]).toEqual([422, "validation-failed"]);
    expect(answer.json.errors.map(({ path }: { path: string }) => path)).toEqual(["reason"]);
    expect(sandbox.control.calls()).toEqual([]);
    expect((await storedConnection(person.userId)).status).toBe("rejected");
  });

  it.each([
    ["an unknown field", { reason: "ok", status: "approved" }],
    ["__proto__", JSON.parse('{"__proto__": {"reason": "x"}}')],
    ["a list", []],
    ["text", '"reason"'],
  ])("comes with nothing else: %s", async (_, body) => {
    const person = await rejected();
    const answer = await call(askRoute.POST, "/x", {
      method: "POST",
      cookie: person.cookie,
      headers: { "content-type": "application/json" },
      body,
    });
    expect([answer.status, answer.json.code]).toEqual([422, "validation-failed"]);
    expect(sandbox.control.calls()).toEqual([]);
  });

  it("of 255 characters, some of them pairs, goes to Memoram as it is", async () => {
    const person = await rejected();
    const reason = `${"é".repeat(253)}😀`;
    expect(reason).toHaveLength(255);
    expect((await person.ask({ reason })).json.reason).toBe(reason);
    expect((await sandbox.control.requests())[0]?.reason).toBe(reason);
  });
});

describe("repeated and concurrent", () => {
  it("20 tabs asking at once make one request", async () => {
    sandbox.control.fail({ path: "/access-requests", fault: { status: 500 } });
    const person = await signedIn(sandbox);
    sandbox.control.clearFaults();
    sandbox.control.clearCalls();
    const answers = await Promise.all(Array.from({ length: 20 }, () => person.ask()));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(new Set(answers.map(({ json }) => json.requestId)).size).toBe(1);
    expect(createdRequests(sandbox)).toBe(1);
  });

  it("five sign-ins of one person at once make one request", async () => {
    const person = await newPerson();
    const memoram = await sandboxPerson(sandbox, "tomas");
    const rows = await Promise.all(
      Array.from({ length: 5 }, () => authorize(person.userId, tokensOf(memoram))),
    );
    expect(createdRequests(sandbox)).toBe(1);
    const { status, accessRequestId } = await storedConnection(person.userId);
    expect([status, accessRequestId]).toEqual([
      "pending",
      (await sandbox.control.requests())[0]?.id,
    ]);
    expect(rows.map((row) => row?.status)).not.toContain("disconnected");
  });

  /** Puts the row back to where it was before the request was made. */
  async function forgetRequest(userId: string) {
    await db().connection.update({
      where: { userId },
      data: { status: "authorized", accessRequestId: null, reason: null, requestedAt: null },
    });
  }

  it("a crash between the POST and storing: the request is found by its key", async () => {
    const person = await signedIn(sandbox);
    await forgetRequest(person.userId);
    await db().knownAccessRequest.deleteMany();
    const answer = await person.ask();
    expect(answer.json).toMatchObject({ status: "pending", requestId: person.requestId });
    expect(createdRequests(sandbox)).toBe(1);
  });

  it("a crash between storing the id and the row: the request is found by its id", async () => {
    const person = await signedIn(sandbox);
    await forgetRequest(person.userId);
    const answer = await person.ask();
    expect(answer.json).toMatchObject({ status: "pending", requestId: person.requestId });
    expect(createdRequests(sandbox)).toBe(1);
  });

  it("a crash before the approval was stored: the next look stores it", async () => {
    const person = await approved(sandbox);
    await db().connection.update({
      where: { userId: person.userId },
      data: { status: "pending", encryptionKey: null, keyVersion: null, memoramUserId: null },
    });
    expect((await person.lookAgain()).json).toMatchObject({ status: "approved", keyVersion: 1 });
  });

  it("a crash of whoever held the lease blocks nobody once it has run out", async () => {
    sandbox.control.fail({ path: "/access-requests", fault: { status: 500 } });
    const person = await signedIn(sandbox);
    sandbox.control.clearFaults();
    const until = new Date(Date.now() - 1_000);
    await db().lease.create({ data: { key: `ask:${person.userId}`, holder: "dead", until } });
    expect((await person.ask()).json.status).toBe("pending");
  });

  it("30 looks at once ask Memoram once; two seconds later, once more", async () => {
    const person = await signedIn(sandbox);
    await letLookAgain(person.userId);
    sandbox.control.clearCalls();
    const looks = () => Promise.all(Array.from({ length: 30 }, () => person.look()));
    const started = Date.now();
    for (const { status } of await looks()) expect(status).toBe(200);
    if (Date.now() - started < 1_900) expect(countCalls(sandbox, "GET", requests)).toBe(1);

    const ago = (ms: number) =>
      db().$executeRaw`UPDATE "Connection" SET "checkedAt" =
        (clock_timestamp() AT TIME ZONE 'utc') - ${ms}::int * interval '1 millisecond'`;
    sandbox.control.clearCalls();
    await ago(1_000);
    await person.look();
    expect(countCalls(sandbox, "GET", requests)).toBe(0);
    await ago(2_100);
    await looks();
    expect(countCalls(sandbox, "GET", requests)).toBe(1);
  });
});
