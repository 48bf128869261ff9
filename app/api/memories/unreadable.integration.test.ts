import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Memory } from "@/lib/contract/memory";
import { db } from "@/lib/db/client";
import { connectedPerson, startHarness } from "@/scripts/test/harness";
import { codeOf, memoriesOf, memoryIn } from "@/scripts/test/memories";

type Person = Awaited<ReturnType<typeof connectedPerson>>;
let sandbox: Awaited<ReturnType<typeof startHarness>>;
let person: Person;
let stranger: Person;
let mine: ReturnType<typeof memoriesOf>;
beforeAll(async () => {
  sandbox = await startHarness();
  person = await connectedPerson(sandbox, "wanjiru");
  stranger = await connectedPerson(sandbox, "tomas");
  mine = memoriesOf(person);
});
afterAll(() => sandbox.close());
beforeEach(() => {
  sandbox.control.clearFaults();
  sandbox.control.clearCalls();
});

const written = (method: string) =>
  sandbox.control.calls().filter((c) => c.method === method && c.path.includes("/memory-blobs"));
const newMemory = async (fields: object = {}) =>
  memoryIn(await mine.create({ content: "c", ...fields }), 201);
const put = (content: string, more: object = {}) =>
  sandbox.control.putBlob(person.memoram.id, { content, ...more });
const foreign = (text: string) => sandbox.control.seal(stranger.memoram.id, text);

describe("content that cannot be read", () => {
  it("is not overwritten without a word, its other fields can be changed", async () => {
    const stored = await foreign("hidden");
    const { id } = await put(stored, { title: "t" });
    const shown = memoryIn(await mine.read(id));
    expect(shown).toMatchObject({ content: null, contentState: "undecryptable" });

    for (const body of [
      { content: "new" },
      { content: "new", title: "x" },
      { content: "new", replaceUnreadable: false },
    ]) {
      expect(codeOf(await mine.patch(id, body))).toEqual([409, "unreadable-content"]);
    }
    expect(written("PATCH")).toEqual([]);

    const answer = await mine.patch(id, { title: "other", replaceUnreadable: true });
    expect(memoryIn(answer)).toMatchObject({
      title: "other",
      content: null,
      contentState: "undecryptable",
    });
    expect((await mine.read(id)).headers.get("etag")).toBe(answer.headers.get("etag"));
    expect((await sandbox.control.getBlob(id))?.content).toBe(stored);
    expect(written("PATCH")[0]?.body).not.toHaveProperty("replaceUnreadable");
  });

  it("is replaced when the person says so", async () => {
    const { id } = await put(await foreign("hidden"));
    const after = memoryIn(await mine.patch(id, { content: "new", replaceUnreadable: true }));
    expect(after).toMatchObject({ content: "new", contentState: "decrypted" });
    expect(memoryIn(await mine.read(id)).content).toBe("new");
  });

  it("can be deleted", async () => {
    const { id } = await put(await foreign("hidden"));
    expect((await mine.remove(id)).status).toBe(204);
    expect(await sandbox.control.getBlob(id)).toBeNull();
  });

  it("is not replaced while Memoram cannot say which key is good", async () => {
    const { id } = await put(await foreign("hidden"));
    sandbox.control.fail({ path: /credentials$/, fault: { status: 500 } });
    const answer = await mine.patch(id, { content: "new", replaceUnreadable: true });
    expect(codeOf(answer)).toEqual([503, "memoram-unavailable"]);
    expect(written("PATCH")).toEqual([]);
    expect(memoryIn(await mine.patch(id, { title: "goes on" })).contentState).toBe("undecryptable");
  });
});

describe("a key that was rotated", () => {
  const row = () => db().connection.findUniqueOrThrow({ where: { userId: person.userId } });
  const credentialCalls = () =>
    sandbox.control.calls().filter(({ path }) => path.endsWith("/credentials"));
  const rotate = (reencrypt: boolean) =>
    sandbox.control.rotateKey(person.memoram.id, { reencrypt });

  it("is read once when something no longer opens, for a list as for one", async () => {
    let id = "";
    for (const ask of [
      async () => (await mine.read(id)).json.content,
      async () => {
        const list = await mine.list("?limit=100");
        return list.json.items.find((memory: Memory) => memory.id === id)?.content;
      },
    ]) {
      ({ id } = await newMemory({ content: "kept" }));
      await rotate(true);
      sandbox.control.clearCalls();
      expect(await ask()).toBe("kept");
      expect(credentialCalls()).toHaveLength(1);
      expect(await ask()).toBe("kept");
    }
    expect((await row()).keyVersion).toBe(3);
  });

  it("is noticed within one PATCH, which writes under the new one", async () => {
    const { id } = await newMemory({ content: "old" });
    await rotate(true);
    memoryIn(await mine.patch(id, { content: "new" }));
    const stored = (await sandbox.control.getBlob(id))?.content ?? "";
    expect(await sandbox.control.open(person.memoram.id, stored)).toBe("new");
  });

  it("leaves what was not encrypted again unreadable, and replaces it under the new key", async () => {
    const { id } = await newMemory({ content: "old" });
    const { id: known } = await newMemory({ content: "known" });
    await rotate(false);
    // Something that only the new key opens tells that there is one.
    const fresh = await put(await sandbox.control.seal(person.memoram.id, "fresh"));
    expect(memoryIn(await mine.read(fresh.id)).content).toBe("fresh");
    expect(memoryIn(await mine.read(id)).contentState).toBe("undecryptable");
    expect(codeOf(await mine.patch(id, { content: "x" }))).toEqual([409, "unreadable-content"]);
    memoryIn(await mine.patch(id, { content: "x", replaceUnreadable: true }));
    for (const answer of [await mine.create({ content: "y" }), await mine.read(id)]) {
      const stored = (await sandbox.control.getBlob(answer.json.id))?.content ?? "";
      expect(await sandbox.control.open(person.memoram.id, stored)).not.toBeNull();
    }
    expect(memoryIn(await mine.read(known)).contentState).toBe("undecryptable");
  });

  it("is looked for before a write when the credentials are older than five minutes", async () => {
    const age = async (ms: number) => {
      await db().connection.update({
        where: { userId: person.userId },
        data: { credentialsReadAt: new Date(Date.now() - ms) },
      });
      sandbox.control.clearCalls();
    };
    await rotate(true);
    await age(5 * 60_000 - 20_000);
    await mine.list("?limit=1");
    await age(5 * 60_000 - 20_000);
    await newMemory();
    expect(credentialCalls()).toEqual([]);

    await rotate(true);
    await age(5 * 60_000 + 1_000);
    const { id } = await newMemory({ content: "under the new key" });
    expect(credentialCalls()).toHaveLength(1);
    const stored = (await sandbox.control.getBlob(id))?.content ?? "";
    expect(await sandbox.control.open(person.memoram.id, stored)).toBe("under the new key");

    await age(60 * 60_000);
    await mine.list("?limit=1");
    expect(credentialCalls()).toEqual([]);
    sandbox.control.fail({ path: /credentials$/, fault: { status: 503 } });
    expect(codeOf(await mine.create({ content: "x" }))).toEqual([503, "memoram-unavailable"]);
    expect(codeOf(await mine.patch(id, { content: "x" }))).toEqual([503, "memoram-unavailable"]);
    expect(codeOf(await mine.remove(id))).toEqual([503, "memoram-unavailable"]);
    expect([...written("POST"), ...written("PATCH"), ...written("DELETE")]).toEqual([]);
  });

  it("is not taken from credentials that name somebody else", async () => {
    const { id } = await put(await foreign("hidden"));
    const before = await row();
    const body = {
      user_id: stranger.memoram.id,
      memory_key: stranger.memoram.memoryKey,
      encryption_key: stranger.memoram.encryptionKey,
      key_version: 99,
    };
    sandbox.control.fail({ path: /credentials$/, fault: { status: 200, body } });
    expect(memoryIn(await mine.read(id)).contentState).toBe("undecryptable");
    const { memoramUserId, keyVersion, encryptionKey } = await row();
    expect({ memoramUserId, keyVersion, encryptionKey }).toEqual({
      memoramUserId: before.memoramUserId,
      keyVersion: before.keyVersion,
      encryptionKey: before.encryptionKey,
    });
  });
});
