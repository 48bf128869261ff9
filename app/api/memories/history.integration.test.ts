import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { KEPT_VERSIONS } from "@/lib/contract/version";
import { db } from "@/lib/db/client";
import { streamMemories } from "@/lib/services/memories/stream";
import { connectedPerson, emptyDatabase, startHarness } from "@/scripts/test/harness";
import { codeOf, memoriesOf, memoryIn } from "@/scripts/test/memories";
import { versionsIn, workspaceOf } from "@/scripts/test/workspace";
import type { RawBlob } from "../../../sandbox/control/control";

async function someone(slug: string) {
  const person = await connectedPerson(sandbox, slug);
  return { ...person, ...memoriesOf(person), ...workspaceOf(person) };
}

let sandbox: Awaited<ReturnType<typeof startHarness>>;
let me: Awaited<ReturnType<typeof someone>>;
beforeAll(async () => {
  sandbox = await startHarness();
  await emptyDatabase();
  me = await someone("tomas");
});
afterAll(() => sandbox.close());
beforeEach(() => {
  sandbox.control.clearFaults();
  sandbox.control.clearCalls();
});

const seal = (text: string) => sandbox.control.seal(me.memoram.id, text);
const put = async (blob: RawBlob = {}) =>
  (await sandbox.control.putBlob(me.memoram.id, { content: await seal("first"), ...blob })).id;
const titles = async (id: string) =>
  versionsIn(await me.versions(id)).map(({ memory }) => memory.title);
const writes = () => sandbox.control.calls().filter(({ method }) => method === "PATCH");

describe("what is kept", () => {
  it("is the memory before every change, newest first, the last twenty", async () => {
    const id = await put({ title: "0" });
    const states = [memoryIn(await me.read(id))];
    for (let at = 1; at <= KEPT_VERSIONS + 3; at += 1)
      states.push(memoryIn(await me.patch(id, { title: String(at) })));
    const versions = versionsIn(await me.versions(id));
    expect(versions.map(({ memory }) => memory)).toEqual(states.slice(3, -1).toReversed());
    expect(await db().memoryVersion.count({ where: { memoryId: id } })).toBe(KEPT_VERSIONS);
  });

  it("is nothing where a change changes nothing", async () => {
    const id = await put({ title: "t", tags: ["a", "b"], importance: 0.5 });
    for (const body of [
      { title: "t" },
      { tags: ["b", "a"] },
      { importance: 0.5, summary: null },
      { content: "first" },
    ]) {
      memoryIn(await me.patch(id, body));
    }
    expect(await titles(id)).toEqual([]);
    memoryIn(await me.patch(id, { tags: ["a"] }));
    memoryIn(await me.patch(id, { content: "second" }));
    expect(await titles(id)).toEqual(["t", "t"]);
  });

  it("is content that was stored readable, before it is encrypted", async () => {
    const id = await put({ content: "plain" });
    memoryIn(await me.patch(id, { content: "plain" }));
    const [version] = versionsIn(await me.versions(id));
    expect(version?.memory).toMatchObject({ content: "plain", contentState: "plaintext" });
  });

  it.each([400, 404, 409, 422, 429])("is nothing when Memoram refuses with %i", async (status) => {
    const id = await put({ title: "t" });
    sandbox.control.fail({ method: "PATCH", path: /blobs/, times: 1, fault: { status } });
    expect((await me.patch(id, { title: "u" })).status).toBeGreaterThan(399);
    expect(await titles(id)).toEqual([]);
  });

  it("is nothing for what we refuse", async () => {
    const foreign = await sandbox.control.seal(
      (await sandbox.control.people()).find(({ slug }) => slug === "noor")?.id ?? "",
      "x",
    );
    const id = await put({ content: foreign, title: "t" });
    expect(codeOf(await me.patch(id, { content: "y" }))).toEqual([409, "unreadable-content"]);
    const headers = { "if-match": '"old"' };
    expect(codeOf(await me.patch(id, { title: "u" }, headers))).toEqual([412, "edit-conflict"]);
    expect(await titles(id)).toEqual([]);
  });

  it("is once what a change in doubt would have kept twice", async () => {
    const id = await put({ title: "t" });
    for (let at = 0; at < 3; at += 1) {
      sandbox.control.fail({ method: "PATCH", path: /blobs/, times: 1, fault: { reset: true } });
      expect((await me.patch(id, { title: "u" })).status).toBe(503);
      // As if ten seconds had gone by.
      await db().lease.deleteMany();
    }
    memoryIn(await me.patch(id, { title: "u" }));
    memoryIn(await me.patch(id, { title: "t" }));
    memoryIn(await me.patch(id, { title: "v" }));
    expect(await titles(id)).toEqual(["t", "u", "t"]);
  });

  it("is of one person under one Memoram account", async () => {
    const id = await put({ title: "t" });
    memoryIn(await me.patch(id, { title: "u" }));
    const [version] = versionsIn(await me.versions(id));
    const sameMemories = await someone("tomas");
    expect(versionsIn(await sameMemories.versions(id))).toEqual([]);
    expect(codeOf(await sameMemories.restoreVersion(id, version?.id ?? ""))).toEqual([
      404,
      "not-found",
    ]);
    const stranger = await someone("wanjiru");
    expect(codeOf(await stranger.versions(id))).toEqual([404, "not-found"]);
    const memoramUserId = stranger.memoram.id;
    const connectAs = (user: string) =>
      db().connection.update({ where: { userId: me.userId }, data: { memoramUserId: user } });
    await connectAs(memoramUserId);
    expect(codeOf(await me.versions(id))).toEqual([404, "not-found"]);
    expect(codeOf(await me.restoreVersion(id, version?.id ?? ""))).toEqual([404, "not-found"]);
    await connectAs(me.memoram.id);
    expect(await titles(id)).toEqual(["t"]);
  });

  it("leaves out what no longer opens", async () => {
    const id = await put({ title: "t" });
    memoryIn(await me.patch(id, { title: "u" }));
    memoryIn(await me.patch(id, { title: "v" }));
    const [newest] = versionsIn(await me.versions(id));
    await db().memoryVersion.update({ where: { id: newest?.id ?? "" }, data: { copy: "broken" } });
    expect(await titles(id)).toEqual(["t"]);
    expect(codeOf(await me.restoreVersion(id, newest?.id ?? ""))).toEqual([
      409,
      "unreadable-content",
    ]);
    memoryIn(await me.patch(id, { title: "w" }));
    expect(await titles(id)).toEqual(["v", "t"]);
  });
});

describe("going back", () => {
  const full = {
    title: "t",
    summary: "s",
    tags: ["a", "b"],
    importance: 4.5,
    confidence: 0,
    source: "tool",
  };
  const empty = { title: null, summary: null, importance: null, confidence: null, source: null };

  it("sets what was there, clears what was not, and keeps the version it replaces", async () => {
    const id = await put(full);
    const before = memoryIn(await me.read(id));
    const bare = memoryIn(await me.patch(id, { ...empty, tags: [], content: "second" }));
    const [version] = versionsIn(await me.versions(id));
    sandbox.control.clearCalls();
    const answer = await me.restoreVersion(id, version?.id ?? "");
    const back = memoryIn(answer);
    const { updatedAt: _at, ...same } = before;
    expect(back).toMatchObject(same);
    const read = await me.read(id);
    expect([memoryIn(read), read.headers.get("etag")]).toEqual([back, answer.headers.get("etag")]);
    expect(writes()).toHaveLength(1);
    const [replaced, older] = versionsIn(await me.versions(id));
    expect(replaced?.memory).toEqual(bare);
    expect(older).toEqual(version);
    memoryIn(await me.restoreVersion(id, replaced?.id ?? ""));
    expect(memoryIn(await me.read(id))).toMatchObject({ ...empty, tags: [], content: "second" });
  });

  it("writes only what differs, and nothing where nothing does", async () => {
    const id = await put({ ...full, importance: 9 });
    memoryIn(await me.patch(id, { title: "u" }));
    const [version] = versionsIn(await me.versions(id));
    sandbox.control.clearCalls();
    // An importance that Memoram itself would refuse is not sent: it is what it was.
    expect(memoryIn(await me.restoreVersion(id, version?.id ?? ""))).toMatchObject({
      title: "t",
      importance: 9,
    });
    const body = writes()[0]?.body;
    expect(Object.keys(typeof body === "object" ? { ...body } : {}).sort()).toEqual([
      "memoryKey",
      "title",
      "user_id",
    ]);
    sandbox.control.clearCalls();
    memoryIn(await me.restoreVersion(id, version?.id ?? ""));
    expect(writes()).toEqual([]);
  });

  it("writes ciphertext that no key opens back as it was, and plain text too", async () => {
    const noor = (await sandbox.control.people()).find(({ slug }) => slug === "noor")?.id ?? "";
    const foreign = await sandbox.control.seal(noor, "not for us", "json");
    for (const [content, state] of [
      [foreign, "undecryptable"],
      ["as it stood", "plaintext"],
    ]) {
      const id = await put({ content, title: "t" });
      memoryIn(await me.patch(id, { content: "over it", replaceUnreadable: true }));
      const [version] = versionsIn(await me.versions(id));
      expect(version?.memory.contentState).toBe(state);
      const answer = await me.restoreVersion(id, version?.id ?? "");
      expect(memoryIn(answer).contentState).toBe(state);
      expect((await sandbox.control.getBlob(id))?.content).toBe(content);
      expect((await me.read(id)).headers.get("etag")).toBe(answer.headers.get("etag"));
      const [replaced] = versionsIn(await me.versions(id));
      expect(replaced?.memory.content).toBe("over it");
    }
  });

  it("encrypts under the key that is good now", async () => {
    const id = await put({ title: "t" });
    memoryIn(await me.patch(id, { content: "second" }));
    const [version] = versionsIn(await me.versions(id));
    await sandbox.control.rotateKey(me.memoram.id, { reencrypt: true });
    expect(memoryIn(await me.restoreVersion(id, version?.id ?? ""))).toMatchObject({
      content: "first",
      contentState: "decrypted",
    });
    const stored = (await sandbox.control.getBlob(id))?.content ?? "";
    expect(await sandbox.control.open(me.memoram.id, stored)).toBe("first");
  });

  it("asks for the version that the person saw, where they say so", async () => {
    const id = await put({ title: "t" });
    const changed = await me.patch(id, { title: "u" });
    const [version] = versionsIn(await me.versions(id));
    const seen = changed.headers.get("etag") ?? "";
    await sandbox.control.putBlob(me.memoram.id, { id, title: "elsewhere" });
    const restore = (tag: string) => me.restoreVersion(id, version?.id ?? "", { "if-match": tag });
    expect(codeOf(await restore(seen))).toEqual([412, "edit-conflict"]);
    expect(memoryIn(await me.read(id)).title).toBe("elsewhere");
    const present = (await me.read(id)).headers.get("etag") ?? "";
    expect(memoryIn(await restore(present)).title).toBe("t");
    expect(await titles(id)).toEqual(["elsewhere", "t"]);
  });

  it("is not found for what is not there", async () => {
    const id = await put();
    expect(codeOf(await me.versions("nothing-here"))).toEqual([404, "not-found"]);
    expect(codeOf(await me.restoreVersion(id, "nothing-here"))).toEqual([404, "not-found"]);
    for (const bad of ["..", "a b", "x".repeat(129)]) {
      expect(codeOf(await me.versions(bad))).toEqual([422, "validation-failed"]);
      expect(codeOf(await me.restoreVersion(bad, "v"))).toEqual([422, "validation-failed"]);
      expect(codeOf(await me.restoreVersion(id, bad))).toEqual([422, "validation-failed"]);
    }
  });
});

it("a memory that another tool deleted is missed, and no longer when it is there again", async () => {
  const [id, other] = [await put({ title: "t" }), await put({ title: "o" })];
  memoryIn(await me.patch(id, { title: "u" }));
  memoryIn(await me.patch(other, { title: "p" }));
  const readEverything = async () => {
    const stream = (await streamMemories(me.userId))(new AbortController().signal);
    for await (const _ of stream);
  };
  const missed = async () =>
    (await db().memoryVersion.findMany({ where: { missedAt: { not: null } } })).map(
      ({ memoryId }) => memoryId,
    );
  await readEverything();
  expect(await missed()).toEqual([]);
  const fault = { status: 200, body: { memoryBlobs: [], next_cursor: null } };
  sandbox.control.fail({ path: "/memory-blobs", times: 1, fault });
  await readEverything();
  expect(await missed()).toEqual(expect.arrayContaining([id, other]));
  await readEverything();
  expect(await missed()).toEqual([]);
});
