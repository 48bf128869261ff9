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
import type { Fault } from "../../../sandbox/control/faults";

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

/** Somebody who has signed in with Memoram as `slug`. */
async function signedIn(slug = "wanjiru") {
  const person = await newPerson();
  const memoram = await sandboxPerson(sandbox, slug);
  const row = await authorize(person.userId, tokensOf(memoram));
  return {
    ...person,
    ...connectionApi(person),
    memoram,
    requestId: row?.accessRequestId ?? "",
    status: row?.status,
    again: () => authorize(person.userId, tokensOf(memoram)),
    lookAgain: async () => {
      await letLookAgain(person.userId);
      return connectionApi(person).look();
    },
  };
}

async function approved(slug = "wanjiru") {
  const person = await signedIn(slug);
  await sandbox.control.decide(person.requestId, "approved");
  expect((await person.lookAgain()).json.status).toBe("approved");
  return person;
}

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
    const person = await signedIn();
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
    const person = await signedIn();
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
    const person = await signedIn();
    expect(person.status).toBe("authorized");
    const row = await person.again();
    expect(row?.status).toBe("pending");
    expect((await sandbox.control.requests()).map(({ id }) => id)).toEqual([row?.accessRequestId]);
  });

  it("Memoram never answers: the sign-in goes on after a while, as authorized", async () => {
    sandbox.control.fail({ path: list, times: 1, fault: { delayMs: 20_000 } });
    const started = Date.now();
    const person = await signedIn();
    expect(person.status).toBe("authorized");
    expect(Date.now() - started).toBeLessThan(9_000);
  });
});

describe("pending", () => {
  it("shows the request and its reason, and no more", async () => {
    const person = await signedIn();
    const { json } = await person.look();
    expect(connectionSchema.strict().parse(json)).toMatchObject({
      status: "pending",
      requestId: person.requestId,
      decidedAt: null,
      keyVersion: null,
    });
    expect(json.reason).toContain("Keepsake");
    expect(Math.abs(Date.now() - Date.parse(json.requestedAt))).toBeLessThan(60_000);
    expect([(await person.memories()).status, (await person.memories()).json.code]).toEqual([
      409,
      "access-pending",
    ]);
  });

  it("asking again changes nothing", async () => {
    const person = await signedIn();
    const row = await storedConnection(person.userId);
    sandbox.control.clearCalls();
    const answer = await person.ask({ reason: "Please, please" });
    expect([answer.status, answer.json.status]).toEqual([200, "pending"]);
    expect(await storedConnection(person.userId)).toEqual(row);
    expect(createdRequests(sandbox)).toBe(0);
  });

  it.each<[string, Fault]>([
    ["403", { status: 403 }],
    ["404", { status: 404 }],
    ["500", { status: 500 }],
    ["429", { status: 429, headers: { "retry-after": "60" } }],
    ["cut", { reset: true }],
    ["HTML", { html: true }],
    ["another shape", { status: 200, body: { user_id: "x" } }],
    [
      "a key of 62 digits",
      {
        status: 200,
        body: { user_id: "x", memory_key: "y", encryption_key: "ab".repeat(31), key_version: 1 },
      },
    ],
    [
      "a key that is not hex",
      {
        status: 200,
        body: { user_id: "x", memory_key: "y", encryption_key: "zz".repeat(32), key_version: 1 },
      },
    ],
  ])("approved upstream, but the credentials answer %s: stays pending", async (_, fault) => {
    const person = await signedIn();
    await sandbox.control.decide(person.requestId, "approved");
    sandbox.control.fail({ path: /\/credentials$/, fault });
    const answer = await person.lookAgain();
    expect([answer.status, answer.json.status]).toEqual([200, "pending"]);
    expect((await storedConnection(person.userId)).encryptionKey).toBeNull();
    expect((await person.memories()).json.code).toBe("access-pending");
    sandbox.control.clearFaults();
    expect((await person.lookAgain()).json.status).toBe("approved");
  });

  it("whoever has just approved can read at once, without a look at the status", async () => {
    const person = await signedIn();
    await sandbox.control.decide(person.requestId, "approved");
    const answer = await person.memories();
    expect([answer.status, answer.json.items.length]).toEqual([200, 5]);
  });
});

describe("approved", () => {
  it("shows the version of the key, and stores it sealed", async () => {
    const person = await signedIn();
    await sandbox.control.rotateKey(person.memoram.id, { reencrypt: true });
    await sandbox.control.decide(person.requestId, "approved");
    const { json } = await person.lookAgain();
    expect(json).toMatchObject({ status: "approved", keyVersion: 2, requestId: person.requestId });
    const [request] = await sandbox.control.requests();
    expect(json.decidedAt).toBe(request?.updated_at.toISOString());
    const row = await storedConnection(person.userId);
    const { encryptionKey } = await sandboxPerson(sandbox, "wanjiru");
    expect(row.encryptionKey).not.toContain(encryptionKey);
    expect((await person.memories()).json.items).toHaveLength(5);
  });

  it("asking again changes nothing", async () => {
    const person = await approved();
    const row = await storedConnection(person.userId);
    sandbox.control.clearCalls();
    const answer = await person.ask({ reason: "Please, please" });
    expect([answer.status, answer.json.status]).toEqual([200, "approved"]);
    expect(await storedConnection(person.userId)).toEqual(row);
    expect(sandbox.control.calls()).toEqual([]);
  });

  it("signing in again keeps it, and renews the person's tokens", async () => {
    const person = await approved();
    const before = await storedConnection(person.userId);
    sandbox.control.clearCalls();
    expect((await person.again())?.status).toBe("approved");
    const after = await storedConnection(person.userId);
    expect(after.userTokens).not.toBe(before.userTokens);
    expect(after.encryptionKey).toBe(before.encryptionKey);
    expect(createdRequests(sandbox)).toBe(0);
  });
});

describe("rejected", () => {
  it("says so, asks again for a new request with a reason, and can be approved then", async () => {
    const person = await signedIn();
    await sandbox.control.decide(person.requestId, "rejected");
    const { json } = await person.lookAgain();
    expect(json).toMatchObject({ status: "rejected", requestId: person.requestId });
    expect(Number.isNaN(Date.parse(json.decidedAt))).toBe(false);
    const memories = await person.memories();
    expect([memories.status, memories.json.code]).toEqual([403, "access-rejected"]);

    const again = await person.ask({ reason: "I pressed the wrong button." });
    expect(again.json).toMatchObject({
      status: "pending",
      reason: "I pressed the wrong button.",
      decidedAt: null,
    });
    expect(again.json.requestId).not.toBe(person.requestId);
    await sandbox.control.decide(again.json.requestId, "approved");
    expect((await person.lookAgain()).json.status).toBe("approved");
  });

  it("signing in again does not ask: the person said no, and says when to ask again", async () => {
    const person = await signedIn();
    await sandbox.control.decide(person.requestId, "rejected");
    await person.lookAgain();
    sandbox.control.clearCalls();
    expect((await person.again())?.status).toBe("rejected");
    expect(createdRequests(sandbox)).toBe(0);
  });
});

describe("revoked", () => {
  const gone = { encryptionKey: null, keyVersion: null, memoramUserId: null };

  it("a look at the status erases the encryption key at once", async () => {
    const person = await approved();
    await sandbox.control.decide(person.requestId, "revoked");
    expect((await person.lookAgain()).json).toMatchObject({ status: "revoked", keyVersion: null });
    expect(await storedConnection(person.userId)).toMatchObject(gone);
    const memories = await person.memories();
    expect([memories.status, memories.json.code]).toEqual([403, "access-revoked"]);
  });

  it("a refused read erases the encryption key at once, whenever Memoram was last asked", async () => {
    const person = await approved();
    await person.look();
    await sandbox.control.decide(person.requestId, "revoked");
    const memories = await person.memories();
    expect([memories.status, memories.json.code]).toEqual([403, "access-revoked"]);
    expect(await storedConnection(person.userId)).toMatchObject({ ...gone, status: "revoked" });
  });

  describe("where Memoram goes on answering, for another request of the same person", () => {
    /** Somebody to whom the owner gave access, beside their own, and took it back again. */
    async function guest() {
      const owner = await approved();
      const person = await newPerson();
      const api = connectionApi(person);
      const { requestId } = (await api.paste(owner.memoram.memoryKey)).json;
      await sandbox.control.decide(requestId, "approved");
      await letLookAgain(person.userId);
      expect((await api.look()).json.status).toBe("approved");
      const lastLook = (seconds: number) =>
        db().connection.update({
          where: { userId: person.userId },
          data: { checkedAt: new Date(Date.now() - seconds * 1_000) },
        });
      return { ...person, ...api, owner, requestId, lastLook };
    }

    it.each(["memories", "write"] as const)("%s are refused within a minute", async (call) => {
      const person = await guest();
      await sandbox.control.decide(person.requestId, "revoked");
      await person.lastLook(61);
      const answer = await person[call]("Too late.");
      expect([answer.status, answer.json.code]).toEqual([403, "access-revoked"]);
      expect(await storedConnection(person.userId)).toMatchObject({ ...gone, status: "revoked" });
      expect((await person.owner.memories()).status).toBe(200);
    });

    it("the status is asked for once in that time, and not waited for when nobody answers", async () => {
      const person = await guest();
      await person.lastLook(61);
      sandbox.control.clearCalls();
      for (let read = 0; read < 3; read += 1) expect((await person.memories()).status).toBe(200);
      expect(countCalls(sandbox, "GET", requests)).toBe(1);
      await person.lastLook(61);
      sandbox.control.fail({ path: requests, fault: { status: 400 } });
      expect((await person.memories()).status).toBe(200);
    });
  });

  it("a refused write erases the encryption key at once", async () => {
    const person = await approved();
    await sandbox.control.decide(person.requestId, "revoked");
    const answer = await person.write("A new one.");
    expect([answer.status, answer.json.code]).toEqual([403, "access-revoked"]);
    expect(await storedConnection(person.userId)).toMatchObject({ ...gone, status: "revoked" });
  });

  it("a refused read whose status cannot be read is a bad answer, not a fault of ours", async () => {
    const person = await approved();
    await sandbox.control.decide(person.requestId, "revoked");
    sandbox.control.fail({ path: requests, fault: { status: 403 } });
    const memories = await person.memories();
    expect([memories.status, memories.json.code]).toEqual([502, "memoram-bad-response"]);
  });

  it("asks again for a new request", async () => {
    const person = await approved();
    await sandbox.control.decide(person.requestId, "revoked");
    await person.lookAgain();
    const again = await person.ask();
    expect(again.json).toMatchObject({ status: "pending", keyVersion: null, decidedAt: null });
    expect(again.json.requestId).not.toBe(person.requestId);
    await sandbox.control.decide(again.json.requestId, "approved");
    expect((await person.lookAgain()).json).toMatchObject({ status: "approved", keyVersion: 1 });
    expect((await person.memories()).json.items).toHaveLength(5);
  });

  it("a request that is gone upstream counts as revoked, since one moment", async () => {
    const person = await approved();
    await sandbox.control.reset();
    const first = await person.lookAgain();
    expect(first.json.status).toBe("revoked");
    expect(await storedConnection(person.userId)).toMatchObject(gone);
    expect((await person.lookAgain()).json.decidedAt).toBe(first.json.decidedAt);
    const again = await person.ask();
    expect(again.json.status).toBe("pending");
    expect(again.json.requestId).not.toBe(person.requestId);
  });

  it("a request that was pending and is gone can be asked for again", async () => {
    const person = await signedIn();
    sandbox.control.fail({ path: `/access-requests/${person.requestId}`, fault: { status: 404 } });
    expect((await person.lookAgain()).json.status).toBe("revoked");
    sandbox.control.clearFaults();
    expect((await person.ask()).json.status).toBe("pending");
  });
});

describe("disconnected", () => {
  it("erases every secret, keeps the session, and leaves the request upstream", async () => {
    const person = await approved();
    expect((await person.disconnect()).status).toBe(204);
    expect(await storedConnection(person.userId)).toMatchObject({
      status: "disconnected",
      memoryKey: null,
      userTokens: null,
      encryptionKey: null,
      keyVersion: null,
      memoramUserId: null,
      accessRequestId: null,
    });
    const look = await person.look();
    expect([look.status, look.json.status]).toEqual([200, "disconnected"]);
    expect((await person.memories()).json.code).toBe("not-connected");
    expect((await person.ask()).json.code).toBe("not-connected");
    expect((await sandbox.control.requests()).map(({ status }) => status)).toEqual(["approved"]);
    expect((await person.disconnect()).status).toBe(204);
  });

  it("signing in again finds the approved request and uses it: one POST in all", async () => {
    const person = await approved();
    await person.disconnect();
    const row = await person.again();
    expect([row?.status, row?.accessRequestId]).toEqual(["approved", person.requestId]);
    expect(createdRequests(sandbox)).toBe(1);
    expect((await person.memories()).json.items).toHaveLength(5);
  });

  it.each(["rejected", "revoked"] as const)(
    "signing in again after the request was %s asks anew",
    async (decision) => {
      const person = await approved();
      await person.disconnect();
      await sandbox.control.decide(person.requestId, decision);
      const row = await person.again();
      expect(row?.status).toBe("pending");
      expect(row?.accessRequestId).not.toBe(person.requestId);
      expect(createdRequests(sandbox)).toBe(2);
    },
  );

  it("a request that was made while somebody disconnected elsewhere is found again", async () => {
    const person = await signedIn();
    await person.disconnect();
    await sandbox.control.decide(person.requestId, "approved");
    const row = await person.again();
    expect([row?.status, row?.accessRequestId]).toEqual(["approved", person.requestId]);
  });
});

describe("secrets that can no longer be opened", () => {
  it.each(["memoryKey", "encryptionKey"] as const)(
    "the next sign-in replaces %s: it proves the key anew",
    async (column) => {
      const person = await approved();
      const { userId } = person;
      await db().connection.update({
        where: { userId },
        data: { [column]: "not.a.sealed.value.x" },
      });
      expect((await person.memories()).status).toBe(500);
      expect((await person.again())?.status).toBe("approved");
      expect((await person.memories()).json.items).toHaveLength(5);
      expect(createdRequests(sandbox)).toBe(1);
    },
  );

  it("while the request is pending, signing in goes on", async () => {
    const person = await signedIn();
    const { userId } = person;
    await db().connection.update({
      where: { userId },
      data: { memoryKey: "not.a.sealed.value.x" },
    });
    const row = await person.again();
    expect([row?.status, row?.accessRequestId]).toEqual(["pending", person.requestId]);
  });
});

describe("no secret is in any answer", () => {
  it("in no state", async () => {
    const person = await signedIn();
    const texts: string[] = [];
    const keep = (answer: { text: string; headers: Headers }) =>
      texts.push(answer.text, JSON.stringify([...answer.headers]));
    keep(await person.look());
    keep(await person.ask());
    await sandbox.control.decide(person.requestId, "approved");
    keep(await person.lookAgain());
    keep(await person.memories());
    await sandbox.control.decide(person.requestId, "revoked");
    keep(await person.lookAgain());
    keep(await person.ask({ reason: "x".repeat(300) }));
    keep(await person.paste("unknown"));
    keep(await person.disconnect());
    const developerToken = sandbox.control
      .calls()
      .map(({ headers }) => headers.authorization?.replace("Bearer ", ""))
      .find((token) => token?.includes("."));
    expect(developerToken).toBeTruthy();
    const { apiKey, clientSecret } = sandbox.settings;
    const secrets = [
      person.memoram.memoryKey,
      person.memoram.encryptionKey,
      developerToken ?? "",
      apiKey,
      clientSecret,
      "the-access-token",
      "the-refresh-token",
      person.token,
    ];
    for (const secret of secrets) expect(texts.join("\n")).not.toContain(secret);
  });
});

describe("the reason", () => {
  async function rejected() {
    const person = await signedIn();
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
    const person = await signedIn();
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
    const person = await signedIn();
    await forgetRequest(person.userId);
    await db().knownAccessRequest.deleteMany();
    const answer = await person.ask();
    expect(answer.json).toMatchObject({ status: "pending", requestId: person.requestId });
    expect(createdRequests(sandbox)).toBe(1);
  });

  it("a crash between storing the id and the row: the request is found by its id", async () => {
    const person = await signedIn();
    await forgetRequest(person.userId);
    const answer = await person.ask();
    expect(answer.json).toMatchObject({ status: "pending", requestId: person.requestId });
    expect(createdRequests(sandbox)).toBe(1);
  });

  it("a crash before the approval was stored: the next look stores it", async () => {
    const person = await approved();
    await db().connection.update({
      where: { userId: person.userId },
      data: { status: "pending", encryptionKey: null, keyVersion: null, memoramUserId: null },
    });
    expect((await person.lookAgain()).json).toMatchObject({ status: "approved", keyVersion: 1 });
  });

  it("a crash of whoever held the lease blocks nobody once it has run out", async () => {
    sandbox.control.fail({ path: "/access-requests", fault: { status: 500 } });
    const person = await signedIn();
    sandbox.control.clearFaults();
    const until = new Date(Date.now() - 1_000);
    await db().lease.create({ data: { key: `ask:${person.userId}`, holder: "dead", until } });
    expect((await person.ask()).json.status).toBe("pending");
  });

  it("30 looks at once ask Memoram once; two seconds later, once more", async () => {
    const person = await signedIn();
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

describe("Memoram cannot be asked: the last known state, soon", () => {
  it.each<[string, Fault]>([
    ["cut", { reset: true }],
    ["500", { status: 500 }],
    ["429", { status: 429, headers: { "retry-after": "120" } }],
    ["401", { status: 401 }],
    ["403", { status: 403 }],
    ["400", { status: 400 }],
    ["HTML", { html: true }],
    ["a status nobody knows", { status: 200, body: { id: "x", status: "paused" } }],
    ["half an answer", { truncate: true }],
  ])("%s", async (_, fault) => {
    const person = await approved();
    const before = (await person.look()).json;
    sandbox.control.fail({ path: requests, fault });
    const started = Date.now();
    const answer = await person.lookAgain();
    expect(answer.status).toBe(200);
    expect(answer.json).toEqual(before);
    expect(Date.now() - started).toBeLessThan(5_000);
  });

  it("another request's answer", async () => {
    const person = await approved();
    const request = { id: "cm8r8ny2i001mm24853tqfd62", status: "revoked", reason: "" };
    const body = { ...request, createdAt: new Date(), updatedAt: new Date() };
    sandbox.control.fail({ path: requests, fault: { status: 200, body } });
    expect((await person.lookAgain()).json.status).toBe("approved");
  });

  it("no answer at all, and slow ones before it: within six seconds", async () => {
    const person = await signedIn();
    await sandbox.control.decide(person.requestId, "approved");
    sandbox.control.fail({ path: requests, times: 1, fault: { delayMs: 3_500 } });
    sandbox.control.fail({ path: /\/credentials$/, fault: { delayMs: 20_000 } });
    const started = Date.now();
    const answer = await person.lookAgain();
    expect([answer.status, answer.json.status]).toEqual([200, "pending"]);
    expect(Date.now() - started).toBeLessThan(6_500);
  });
});
