import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type RunningSandbox, startSandbox } from "../start";
import { Developer } from "../testing/developer";

let sandbox: RunningSandbox;
let developer: Developer;
beforeAll(async () => {
  sandbox = await startSandbox({ seedPeople: ["tomas", "wanjiru"] });
  developer = new Developer(sandbox);
}, 60_000);
beforeEach(() => sandbox.control.reset());
afterAll(() => sandbox.close());

const isoTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

describe("POST /access-requests", () => {
  it("makes a pending request in the documented shape", async () => {
    const { memoryKey } = await developer.person("wanjiru");
    const reason = "r".repeat(255);
    const answer = await developer.call("POST", "/access-requests", {
      body: { memoryKey, reason },
    });
    expect(answer.status).toBe(201);
    expect(answer.body).toEqual({
      id: expect.stringMatching(/^c[0-9a-z]{24}$/),
      status: "pending",
      reason,
      memoryKey,
      user_id: null,
      aiConnectorId: expect.stringMatching(/^c[0-9a-z]{24}$/),
      createdAt: expect.stringMatching(isoTime),
      updatedAt: expect.stringMatching(isoTime),
    });
  });

  it("allows a second request for the same key", async () => {
    const person = await developer.person("wanjiru");
    expect(await developer.ask(person)).not.toBe(await developer.ask(person));
  });

  it("does not know a foreign memory key", async () => {
    const body = { memoryKey: `mk_${"0".repeat(40)}`, reason: "Why not" };
    expect((await developer.call("POST", "/access-requests", { body })).status).toBe(404);
  });

  it.each([
    [{}, "memoryKey"],
    [{ memoryKey: "mk" }, "reason"],
    [{ reason: "r" }, "memoryKey"],
    [{ memoryKey: "mk", reason: "" }, "reason"],
    [{ memoryKey: "mk", reason: "r".repeat(256) }, "reason"],
    [{ memoryKey: "mk", reason: "🌙".repeat(128) }, "reason"],
    [{ memoryKey: 1, reason: "r" }, "memoryKey"],
    [{ memory_key: "mk", reason: "r" }, "memoryKey"],
    [{ memoryKey: "m\u0000k", reason: "r" }, "memoryKey"],
    [{ memoryKey: "mk", reason: "r", user_id: "x" }, "user_id"],
  ])("refuses %j with 400 and names %s", async (body, name) => {
    const answer = await developer.call("POST", "/access-requests", { body });
    expect(answer.status).toBe(400);
    expect(JSON.stringify(answer.body)).toContain(name);
  });
});

describe("GET /access-requests", () => {
  it("lists all requests of the developer, of every person", async () => {
    const ids = [
      await developer.ask(await developer.person("wanjiru")),
      await developer.ask(await developer.person("tomas")),
    ];
    const answer = await developer.call("GET", "/access-requests");
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ total: 2, items: [{ id: ids[1] }, { id: ids[0] }] });
  });

  it("reads one, which names the person once they approved", async () => {
    const person = await developer.person("wanjiru");
    const id = await developer.ask(person);
    const read = async () => (await developer.call("GET", `/access-requests/${id}`)).body;
    expect(await read()).toMatchObject({ id, status: "pending", user_id: null });
    await sandbox.control.decide(id, "approved");
    expect(await read()).toMatchObject({ status: "approved", user_id: person.id });
    await sandbox.control.decide(id, "revoked");
    expect(await read()).toMatchObject({ status: "revoked" });
  });

  it("answers 404 for an id that does not exist", async () => {
    for (const path of ["/access-requests/nope", "/access-requests/nope/credentials"]) {
      expect((await developer.call("GET", path)).status).toBe(404);
    }
  });

  it("takes no query", async () => {
    expect((await developer.call("GET", "/access-requests", { query: { limit: 1 } })).status).toBe(
      400,
    );
  });
});

describe("GET /access-requests/{id}/credentials", () => {
  it("gives the keys of an approved request", async () => {
    const person = await developer.person("wanjiru");
    const id = await developer.ask(person);
    await sandbox.control.decide(id, "approved");
    const answer = await developer.call("GET", `/access-requests/${id}/credentials`);
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({
      user_id: person.id,
      memory_key: person.memoryKey,
      encryption_key: expect.stringMatching(/^[0-9a-f]{64}$/),
      key_version: 1,
    });
  });

  it("answers 403 while pending, rejected or revoked, whatever another request says", async () => {
    const person = await developer.approved("wanjiru");
    const id = await developer.ask(person);
    const status = async () =>
      (await developer.call("GET", `/access-requests/${id}/credentials`)).status;
    expect(await status()).toBe(403);
    await sandbox.control.decide(id, "rejected");
    expect(await status()).toBe(403);
    await sandbox.control.decide(id, "revoked");
    expect(await status()).toBe(403);
  });

  it("gives the new key and version after a rotation", async () => {
    const person = await developer.person("wanjiru");
    const id = await developer.ask(person);
    await sandbox.control.decide(id, "approved");
    const { encryptionKey } = await sandbox.control.rotateKey(person.id, { reencrypt: true });
    const { body } = await developer.call("GET", `/access-requests/${id}/credentials`);
    expect(body).toMatchObject({ encryption_key: encryptionKey, key_version: 2 });
    expect(encryptionKey).not.toBe(person.encryptionKey);
  });
});
