import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { connectionSchema } from "@/lib/contract/connection";
import { db } from "@/lib/db/client";
import {
  connectionApi,
  countCalls,
  createdRequests,
  letLookAgain,
  sandboxPerson,
  storedConnection,
} from "@/scripts/test/connection-api";
import { emptyDatabase, newPerson, startHarness } from "@/scripts/test/harness";
import { approved, signedIn } from "@/scripts/test/signed-in";
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

describe("pending", () => {
  it("shows the request and its reason, and no more", async () => {
    const person = await signedIn(sandbox);
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
    const person = await signedIn(sandbox);
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
    const person = await signedIn(sandbox);
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
    const person = await signedIn(sandbox);
    await sandbox.control.decide(person.requestId, "approved");
    const answer = await person.memories();
    expect([answer.status, answer.json.items.length]).toEqual([200, 5]);
  });
});

describe("approved", () => {
  it("shows the version of the key, and stores it sealed", async () => {
    const person = await signedIn(sandbox);
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
    const person = await approved(sandbox);
    const row = await storedConnection(person.userId);
    sandbox.control.clearCalls();
    const answer = await person.ask({ reason: "Please, please" });
    expect([answer.status, answer.json.status]).toEqual([200, "approved"]);
    expect(await storedConnection(person.userId)).toEqual(row);
    expect(sandbox.control.calls()).toEqual([]);
  });

  it("signing in again keeps it, and renews the person's tokens", async () => {
    const person = await approved(sandbox);
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
    const person = await signedIn(sandbox);
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
    const person = await signedIn(sandbox);
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
    const person = await approved(sandbox);
    await sandbox.control.decide(person.requestId, "revoked");
    expect((await person.lookAgain()).json).toMatchObject({ status: "revoked", keyVersion: null });
    expect(await storedConnection(person.userId)).toMatchObject(gone);
    const memories = await person.memories();
    expect([memories.status, memories.json.code]).toEqual([403, "access-revoked"]);
  });

  it("a refused read erases the encryption key at once, whenever Memoram was last asked", async () => {
    const person = await approved(sandbox);
    await person.look();
    await sandbox.control.decide(person.requestId, "revoked");
    const memories = await person.memories();
    expect([memories.status, memories.json.code]).toEqual([403, "access-revoked"]);
    expect(await storedConnection(person.userId)).toMatchObject({ ...gone, status: "revoked" });
  });

  describe("where Memoram goes on answering, for another request of the same person", () => {
    /** Somebody to whom the owner gave access, beside their own, and took it back again. */
    async function guest() {
      const owner = await approved(sandbox);
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
    const person = await approved(sandbox);
    await sandbox.control.decide(person.requestId, "revoked");
    const answer = await person.write("A new one.");
    expect([answer.status, answer.json.code]).toEqual([403, "access-revoked"]);
    expect(await storedConnection(person.userId)).toMatchObject({ ...gone, status: "revoked" });
  });

  it("a refused read whose status cannot be read is a bad answer, not a fault of ours", async () => {
    const person = await approved(sandbox);
    await sandbox.control.decide(person.requestId, "revoked");
    sandbox.control.fail({ path: requests, fault: { status: 403 } });
    const memories = await person.memories();
    expect([memories.status, memories.json.code]).toEqual([502, "memoram-bad-response"]);
  });

  it("asks again for a new request", async () => {
    const person = await approved(sandbox);
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
    const person = await approved(sandbox);
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
    const person = await signedIn(sandbox);
    sandbox.control.fail({ path: `/access-requests/${person.requestId}`, fault: { status: 404 } });
    expect((await person.lookAgain()).json.status).toBe("revoked");
    sandbox.control.clearFaults();
    expect((await person.ask()).json.status).toBe("pending");
  });
});

describe("disconnected", () => {
  it("erases every secret, keeps the session, and leaves the request upstream", async () => {
    const person = await approved(sandbox);
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
    const person = await approved(sandbox);
    await person.disconnect();
    const row = await person.again();
    expect([row?.status, row?.accessRequestId]).toEqual(["approved", person.requestId]);
    expect(createdRequests(sandbox)).toBe(1);
    expect((await person.memories()).json.items).toHaveLength(5);
  });

  it.each(["rejected", "revoked"] as const)(
    "signing in again after the request was %s asks anew",
    async (decision) => {
      const person = await approved(sandbox);
      await person.disconnect();
      await sandbox.control.decide(person.requestId, decision);
      const row = await person.again();
      expect(row?.status).toBe("pending");
      expect(row?.accessRequestId).not.toBe(person.requestId);
      expect(createdRequests(sandbox)).toBe(2);
    },
  );

  it("a request that was made while somebody disconnected elsewhere is found again", async () => {
    const person = await signedIn(sandbox);
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
      const person = await approved(sandbox);
      const { userId } = person;
      await db().connection.update({
        where: { userId },
        data: { [column]: "not.a.sealed.value.x" },
      });
      const refused = await person.memories();
      expect([refused.status, refused.json.code]).toEqual([409, "not-connected"]);
      expect((await person.again())?.status).toBe("approved");
      expect((await person.memories()).json.items).toHaveLength(5);
      expect(createdRequests(sandbox)).toBe(1);
    },
  );

  it("while the request is pending, signing in goes on", async () => {
    const person = await signedIn(sandbox);
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
    const person = await signedIn(sandbox);
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
    const person = await approved(sandbox);
    const before = (await person.look()).json;
    sandbox.control.fail({ path: requests, fault });
    const started = Date.now();
    const answer = await person.lookAgain();
    expect(answer.status).toBe(200);
    expect(answer.json).toEqual(before);
    expect(Date.now() - started).toBeLessThan(5_000);
  });

  it("another request's answer", async () => {
    const person = await approved(sandbox);
    const request = { id: "cm8r8ny2i001mm24853tqfd62", status: "revoked", reason: "" };
    const body = { ...request, createdAt: new Date(), updatedAt: new Date() };
    sandbox.control.fail({ path: requests, fault: { status: 200, body } });
    expect((await person.lookAgain()).json.status).toBe("approved");
  });

  it("no answer at all, and slow ones before it: within six seconds", async () => {
    const person = await signedIn(sandbox);
    await sandbox.control.decide(person.requestId, "approved");
    sandbox.control.fail({ path: requests, times: 1, fault: { delayMs: 3_500 } });
    sandbox.control.fail({ path: /\/credentials$/, fault: { delayMs: 20_000 } });
    const started = Date.now();
    const answer = await person.lookAgain();
    expect([answer.status, answer.json.status]).toEqual([200, "pending"]);
    expect(Date.now() - started).toBeLessThan(6_500);
  });
});
