import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { renewAuthorization } from "@/lib/db/connections";
import { authorize } from "@/lib/services/connection/authorize";
import {
  connectionApi,
  createdRequests,
  letLookAgain,
  sandboxPerson,
  storedConnection,
  tokensOf,
} from "@/scripts/test/connection-api";
import { type Gate, startGate } from "@/scripts/test/gate";
import { emptyDatabase, newPerson, startHarness } from "@/scripts/test/harness";
import { approved, signedIn } from "@/scripts/test/signed-in";

let sandbox: Awaited<ReturnType<typeof startHarness>>;
let gate: Gate;
beforeAll(async () => {
  sandbox = await startHarness({}, { seedPeople: ["tomas", "wanjiru"] });
  gate = await startGate(sandbox.origin);
  process.env.MEMORAM_API_URL = `${gate.origin}/api/v1`;
});
afterAll(async () => {
  await gate.close();
  await sandbox.close();
});
beforeEach(async () => {
  await sandbox.control.reset();
  await emptyDatabase();
});

const statusOf = /^\/api\/v1\/access-requests\/[a-z0-9]+$/;
const credentials = /\/credentials$/;
const create = /^\/api\/v1\/access-requests$/;

const noSecrets = { memoryKey: null, userTokens: null, encryptionKey: null, memoramUserId: null };

describe("an answer that comes after a disconnect changes nothing", () => {
  it("a status", async () => {
    const person = await signedIn(sandbox);
    await sandbox.control.decide(person.requestId, "rejected");
    await letLookAgain(person.userId);
    const held = gate.hold("GET", statusOf);
    const late = person.look();
    await held.arrived;
    await person.disconnect();
    held.release();
    expect((await late).json.status).toBe("disconnected");
    expect(await storedConnection(person.userId)).toMatchObject({
      ...noSecrets,
      status: "disconnected",
    });
  });

  it("credentials", async () => {
    const person = await signedIn(sandbox);
    await sandbox.control.decide(person.requestId, "approved");
    await letLookAgain(person.userId);
    const held = gate.hold("GET", credentials);
    const late = person.look();
    await held.arrived;
    await person.disconnect();
    held.release();
    expect((await late).json.status).toBe("disconnected");
    expect(await storedConnection(person.userId)).toMatchObject({
      ...noSecrets,
      status: "disconnected",
    });
  });

  it("credentials that are read again before a write: nothing is written", async () => {
    const person = await approved(sandbox);
    await db().connection.updateMany({ data: { credentialsReadAt: new Date(0) } });
    const held = gate.hold("GET", credentials);
    const late = person.write("Written too late.");
    await held.arrived;
    await person.disconnect();
    held.release();
    const answer = await late;
    expect([answer.status, answer.json.code]).toEqual([409, "not-connected"]);
    expect(await storedConnection(person.userId)).toMatchObject(noSecrets);
    expect((await sandbox.control.blobs(person.memoram.id)).length).toBe(5);
  });

  it("the new request: it is kept in mind, and used at the next sign-in", async () => {
    const person = await newPerson();
    const memoram = await sandboxPerson(sandbox, "tomas");
    const held = gate.hold("POST", create);
    const late = authorize(person.userId, tokensOf(memoram));
    await held.arrived;
    await connectionApi(person).disconnect();
    held.release();
    expect((await late)?.status).toBe("disconnected");
    expect(await storedConnection(person.userId)).toMatchObject({
      ...noSecrets,
      status: "disconnected",
      accessRequestId: null,
    });
    expect((await authorize(person.userId, tokensOf(memoram)))?.status).toBe("pending");
    expect(createdRequests(sandbox)).toBe(1);
  });
});

describe("an answer that comes after a later one changes nothing", () => {
  it("credentials, after the access was revoked: no key is stored", async () => {
    const person = await signedIn(sandbox);
    await sandbox.control.decide(person.requestId, "approved");
    await letLookAgain(person.userId);
    const held = gate.hold("GET", credentials);
    const late = person.look();
    await held.arrived;
    await sandbox.control.decide(person.requestId, "revoked");
    expect((await person.lookAgain()).json.status).toBe("revoked");
    held.release();
    expect((await late).json.status).toBe("revoked");
    expect(await storedConnection(person.userId)).toMatchObject({
      status: "revoked",
      encryptionKey: null,
      memoramUserId: null,
      keyVersion: null,
    });
  });

  it("credentials read again before a write, after a revocation: no key, nothing written", async () => {
    const person = await approved(sandbox);
    await db().connection.updateMany({ data: { credentialsReadAt: new Date(0) } });
    const held = gate.hold("GET", credentials);
    const late = person.write("Written too late.");
    await held.arrived;
    await sandbox.control.decide(person.requestId, "revoked");
    expect((await person.lookAgain()).json.status).toBe("revoked");
    held.release();
    const answer = await late;
    expect([answer.status, answer.json.code]).toEqual([403, "access-revoked"]);
    expect(await storedConnection(person.userId)).toMatchObject({
      status: "revoked",
      encryptionKey: null,
      memoramUserId: null,
      keyVersion: null,
    });
  });

  it("credentials from before a rotation do not replace newer ones", async () => {
    const person = await approved(sandbox);
    await db().connection.updateMany({ data: { credentialsReadAt: new Date(0) } });
    const held = gate.hold("GET", credentials);
    const late = person.write("From before.");
    await held.arrived;
    await sandbox.control.rotateKey(person.memoram.id, { reencrypt: true });
    expect((await person.write("From after.")).status).toBe(201);
    held.release();
    expect((await late).status).toBe(201);
    expect((await person.look()).json.keyVersion).toBe(2);
    const newest = await sandbox.control.blobs(person.memoram.id);
    const texts = await Promise.all(
      newest.map(({ content }) => sandbox.control.open(person.memoram.id, content)),
    );
    expect(texts).toEqual(expect.arrayContaining(["From before.", "From after."]));
  });

  it("the status of an earlier request", async () => {
    const person = await signedIn(sandbox);
    await sandbox.control.decide(person.requestId, "rejected");
    await letLookAgain(person.userId);
    const held = gate.hold("GET", statusOf);
    const late = person.look();
    await held.arrived;
    expect((await person.lookAgain()).json.status).toBe("rejected");
    const second = (await person.ask()).json.requestId;
    await sandbox.control.decide(second, "approved");
    expect((await person.lookAgain()).json.status).toBe("approved");
    held.release();
    expect((await late).json).toMatchObject({ status: "approved", requestId: second });
    expect((await person.memories()).status).toBe(200);
  });
});

describe("while the request is being made", () => {
  it("the person signs in again: one request, and it is used", async () => {
    const person = await newPerson();
    const memoram = await sandboxPerson(sandbox, "tomas");
    const held = gate.hold("POST", create);
    const first = authorize(person.userId, tokensOf(memoram));
    await held.arrived;
    const second = authorize(person.userId, tokensOf(memoram));
    await new Promise((resolve) => setTimeout(resolve, 200));
    held.release();
    await first;
    expect((await second)?.status).toBe("pending");
    expect(createdRequests(sandbox)).toBe(1);
    expect((await storedConnection(person.userId)).accessRequestId).toBe(
      (await sandbox.control.requests())[0]?.id,
    );
  });

  it("disconnecting and connecting with another key: each request stays with its key", async () => {
    const person = await newPerson();
    const me = connectionApi(person);
    const [tomas, wanjiru] = [
      await sandboxPerson(sandbox, "tomas"),
      await sandboxPerson(sandbox, "wanjiru"),
    ];
    const held = gate.hold("POST", create);
    const first = me.paste(tomas.memoryKey);
    await held.arrived;
    await me.disconnect();
    const second = authorize(person.userId, tokensOf(wanjiru));
    await new Promise((resolve) => setTimeout(resolve, 200));
    held.release();
    await first;
    const row = await second;
    const mine = (await sandbox.control.requests()).find(({ id }) => id === row?.accessRequestId);
    expect([row?.status, row?.provenance, mine?.person_id]).toEqual([
      "pending",
      "oauth",
      wanjiru.id,
    ]);
  });
});

describe("while a pasted key is being tried", () => {
  it("the person disconnects: a refusal does not bring anything back", async () => {
    const person = await signedIn(sandbox, "tomas");
    const { memoryKey } = await sandboxPerson(sandbox, "wanjiru");
    sandbox.control.fail({ method: "POST", path: "/access-requests", fault: { status: 404 } });
    const held = gate.hold("POST", create);
    const late = person.paste(memoryKey);
    await held.arrived;
    await person.disconnect();
    held.release();
    expect((await late).status).toBe(422);
    expect(await storedConnection(person.userId)).toMatchObject({
      ...noSecrets,
      status: "disconnected",
      accessRequestId: null,
    });
  });

  it("the person disconnects: an accepted key is not stored", async () => {
    const person = await signedIn(sandbox, "tomas");
    const { memoryKey } = await sandboxPerson(sandbox, "wanjiru");
    const held = gate.hold("POST", create);
    const late = person.paste(memoryKey);
    await held.arrived;
    await person.disconnect();
    held.release();
    expect((await late).json.status).toBe("disconnected");
    expect(await storedConnection(person.userId)).toMatchObject({
      ...noSecrets,
      status: "disconnected",
    });
  });

  it("what was there goes on meanwhile, and an approval is not overwritten", async () => {
    const person = await signedIn(sandbox, "tomas");
    const { memoryKey } = await sandboxPerson(sandbox, "wanjiru");
    const held = gate.hold("POST", create);
    const late = person.paste(memoryKey);
    await held.arrived;
    expect((await person.look()).json).toMatchObject({
      status: "pending",
      requestId: person.requestId,
    });
    await sandbox.control.decide(person.requestId, "approved");
    expect((await person.lookAgain()).json.status).toBe("approved");
    held.release();
    await late;
    expect((await person.look()).json).toMatchObject({
      status: "approved",
      requestId: person.requestId,
    });
    expect((await person.memories()).json.items).toEqual([]);
  });

  it("a sign-in wins over it", async () => {
    const person = await newPerson();
    const me = connectionApi(person);
    const [tomas, wanjiru] = [
      await sandboxPerson(sandbox, "tomas"),
      await sandboxPerson(sandbox, "wanjiru"),
    ];
    sandbox.control.fail({
      method: "POST",
      path: "/access-requests",
      times: 1,
      fault: { status: 404 },
    });
    const held = gate.hold("POST", create);
    const late = me.paste(wanjiru.memoryKey);
    await held.arrived;
    const signIn = authorize(person.userId, tokensOf(tomas));
    await new Promise((resolve) => setTimeout(resolve, 200));
    held.release();
    expect((await late).status).toBe(422);
    const row = await signIn;
    expect([row?.status, row?.provenance]).toEqual(["pending", "oauth"]);
  });
});

describe("a renewed sign-in", () => {
  it("stores no tokens in a connection that was ended meanwhile", async () => {
    const person = await signedIn(sandbox);
    const seen = await storedConnection(person.userId);
    await person.disconnect();
    expect(await renewAuthorization(seen, "sealed tokens")).toBe(false);
    expect(await storedConnection(person.userId)).toMatchObject(noSecrets);
  });

  it("does not prove a key that was pasted meanwhile", async () => {
    const person = await signedIn(sandbox, "tomas");
    const seen = await storedConnection(person.userId);
    const { memoryKey } = await sandboxPerson(sandbox, "wanjiru");
    expect((await person.paste(memoryKey)).json.status).toBe("pending");
    expect(await renewAuthorization(seen, "sealed tokens")).toBe(false);
    expect((await storedConnection(person.userId)).provenance).toBe("pasted");
  });
});
