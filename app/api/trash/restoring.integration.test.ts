import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { KEPT_HEADER } from "@/lib/contract/trash";
import { db } from "@/lib/db/client";
import { connectedPerson, emptyDatabase, startHarness } from "@/scripts/test/harness";
import { codeOf, memoriesOf, memoryIn } from "@/scripts/test/memories";
import { ageTrash, trashIn, workspaceOf } from "@/scripts/test/workspace";
import type { Fault } from "../../../sandbox/control/faults";

let sandbox: Awaited<ReturnType<typeof startHarness>>;
let person: Awaited<ReturnType<typeof connectedPerson>>;
let me: ReturnType<typeof memoriesOf> & ReturnType<typeof workspaceOf>;
beforeAll(async () => {
  sandbox = await startHarness();
  await emptyDatabase();
  person = await connectedPerson(sandbox, "tomas");
  me = { ...memoriesOf(person), ...workspaceOf(person) };
});
afterAll(() => sandbox.close());
beforeEach(async () => {
  sandbox.control.clearFaults();
  await db().trashedMemory.deleteMany();
  sandbox.control.clearCalls();
});

const calls = (method: string, path: RegExp) =>
  sandbox.control.calls().filter((call) => call.method === method && path.test(call.path));
const posts = () => calls("POST", /\/memory-blobs$/);
const looks = () => calls("GET", /\/memory-blobs\/./);
const failDelete = (fault: Fault, times = 1) =>
  sandbox.control.fail({ method: "DELETE", path: /memory-blobs/, times, fault });
const failCreate = (fault: Fault, times = 1) =>
  sandbox.control.fail({ method: "POST", path: "/memory-blobs", times, fault });

async function put(content?: string) {
  const blob = {
    title: "t",
    tags: ["a"],
    content: content ?? (await sandbox.control.seal(person.memoram.id, "c")),
  };
  return (await sandbox.control.putBlob(person.memoram.id, blob)).id;
}
async function trashed(content?: string) {
  const id = await put(content);
  expect((await me.remove(id)).status).toBe(204);
  sandbox.control.clearCalls();
  return id;
}
const inTrash = async () => trashIn(await me.trash()).items.map(({ memory }) => memory.id);
const rows = () => db().trashedMemory.findMany({ orderBy: { deletedAt: "asc" } });
const blobIds = async () => (await sandbox.control.blobs(person.memoram.id)).map(({ id }) => id);

describe("restoring the same memory", () => {
  it("twenty times at once makes one memory and one answer", async () => {
    const id = await trashed();
    const before = await blobIds();
    failCreate({ delayMs: 150 });
    const answers = await Promise.all(Array.from({ length: 20 }, () => me.restore(id)));
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    const etags = answers.map(({ headers }) => headers.get("etag"));
    expect(new Set(etags).size).toBe(1);
    const back = memoryIn(answers[0] ?? (await me.restore(id)), 201);
    expect(posts()).toHaveLength(1);
    expect((await blobIds()).filter((one) => !before.includes(one))).toEqual([back.id]);
  });

  it("again, later, gets the same answer, and after a day none", async () => {
    const id = await trashed("stored as it is");
    const first = await me.restore(id);
    const again = await me.restore(id);
    expect([again.status, again.text]).toEqual([201, first.text]);
    expect(again.headers.get("etag")).toBe(first.headers.get("etag"));
    await db().idempotencyRecord.updateMany({
      data: { createdAt: new Date(Date.now() - 25 * 3_600_000) },
    });
    expect(codeOf(await me.restore(id))).toEqual([404, "not-found"]);
    expect(posts()).toHaveLength(1);
  });

  it("and its answer are one thing: a key of a request can never be taken for it", async () => {
    const id = await trashed();
    const key = { "idempotency-key": `restore-${person.memoram.id}-${id}` };
    const other = memoryIn(await me.create({ content: "x" }, key), 201);
    expect(memoryIn(await me.restore(id), 201).id).not.toBe(other.id);
  });

  it("whose history outlived it takes it along", async () => {
    const id = await put();
    memoryIn(await me.patch(id, { title: "second" }));
    memoryIn(await me.patch(id, { title: "third" }));
    await me.remove(id);
    expect(codeOf(await me.versions(id))).toEqual([404, "not-found"]);
    const back = memoryIn(await me.restore(id), 201);
    const { items } = (await me.versions(back.id)).json;
    expect(items.map(({ memory }: { memory: { title: string } }) => memory.title)).toEqual([
      "second",
      "t",
    ]);
    const restored = await me.restoreVersion(back.id, items[1].id);
    expect(memoryIn(restored)).toMatchObject({ id: back.id, title: "t" });
  });
});

describe("when the answer to restoring is lost", () => {
  it.each<[string, string | undefined]>([
    ["encrypted", undefined],
    ["stored as it was", "plain words"],
  ])("the memory that was made is found, and no second one is made: %s", async (_, content) => {
    const id = await trashed(content);
    const before = await blobIds();
    failCreate({ lostAnswer: true });
    expect(codeOf(await me.restore(id))).toEqual([503, "memoram-unavailable"]);
    expect(await inTrash()).toEqual([id]);
    const back = memoryIn(await me.restore(id), 201);
    expect(posts()).toHaveLength(1);
    expect((await blobIds()).filter((one) => !before.includes(one))).toEqual([back.id]);
    expect(await inTrash()).toEqual([]);
    expect((await me.restore(id)).text).toBe(JSON.stringify(back));
  });

  it("also among twenty at once", async () => {
    const id = await trashed();
    const before = (await blobIds()).length;
    failCreate({ lostAnswer: true });
    const answers = await Promise.all(Array.from({ length: 20 }, () => me.restore(id)));
    const good = answers.filter(({ status }) => status === 201);
    expect(good).toHaveLength(19);
    expect(new Set(good.map(({ text }) => text)).size).toBe(1);
    expect((await blobIds()).length).toBe(before + 1);
  });

  it("two that look alike are still two", async () => {
    const ids = [await trashed(), await trashed()];
    const before = (await blobIds()).length;
    failCreate({ lostAnswer: true }, 2);
    for (const id of ids) expect((await me.restore(id)).status).toBe(503);
    const back = [];
    for (const id of ids) back.push(memoryIn(await me.restore(id), 201).id);
    expect(new Set(back).size).toBe(2);
    expect((await blobIds()).length).toBe(before + 2);
  });

  it("because it never arrived, it is made when asked again", async () => {
    const id = await trashed();
    const before = (await blobIds()).length;
    failCreate({ reset: true });
    expect((await me.restore(id)).status).toBe(503);
    const restoreSentAt = new Date(Date.now() - 11_000);
    await db().trashedMemory.updateMany({ where: { memoryId: id }, data: { restoreSentAt } });
    memoryIn(await me.restore(id), 201);
    expect((await blobIds()).length).toBe(before + 1);
  });

  it("a refusal leaves no doubt behind: nothing is looked for", async () => {
    const id = await trashed();
    for (const status of [422, 429, 403]) {
      failCreate({ status });
      expect((await me.restore(id)).status).toBeGreaterThan(399);
      expect(await rows()).toMatchObject([{ restoringAt: null, restoreMarks: [] }]);
    }
    sandbox.control.clearCalls();
    memoryIn(await me.restore(id), 201);
    expect(calls("GET", /\/memory-blobs$/)).toEqual([]);
  });
});

describe("a deletion in doubt", () => {
  it.each<[string, Fault]>([
    ["its answer was lost", { lostAnswer: true }],
    ["it failed in Memoram", { status: 500 }],
    ["it never arrived", { reset: true }],
  ])(
    "is not in the trash before it is known, and known with the next look: %s",
    async (_, fault) => {
      const id = await put();
      failDelete(fault);
      expect(codeOf(await me.remove(id))).toEqual([503, "memoram-unavailable"]);
      expect(await rows()).toMatchObject([{ memoryId: id, confirmed: false }]);
      const isGone = (await sandbox.control.getBlob(id)) === null;
      expect(await inTrash()).toEqual(isGone ? [id] : []);
      expect(looks().length).toBeGreaterThan(0);
      if (isGone) return;
      // What is on its way may still arrive.
      expect(await rows()).toHaveLength(1);
      await ageTrash(person.userId, 61_000);
      expect(await inTrash()).toEqual([]);
      expect(await rows()).toEqual([]);
      expect(memoryIn(await me.read(id)).title).toBe("t");
    },
  );

  it("is settled by deleting again", async () => {
    const id = await put();
    failDelete({ lostAnswer: true });
    expect((await me.remove(id)).status).toBe(503);
    const again = await me.remove(id);
    expect([again.status, again.headers.get(KEPT_HEADER)]).toEqual([204, "kept"]);
    expect(await rows()).toMatchObject([{ memoryId: id, confirmed: true }]);
    expect(codeOf(await me.remove(id))).toEqual([404, "not-found"]);
    const other = await put();
    failDelete({ reset: true });
    expect((await me.remove(other)).status).toBe(503);
    await db().lease.deleteMany();
    expect((await me.remove(other)).status).toBe(204);
    expect(await inTrash()).toEqual([other, id]);
  });

  it("is settled by restoring", async () => {
    const [gone, there] = [await put(), await put()];
    failDelete({ lostAnswer: true });
    expect((await me.remove(gone)).status).toBe(503);
    failDelete({ reset: true });
    expect((await me.remove(there)).status).toBe(503);
    memoryIn(await me.restore(gone), 201);
    expect(codeOf(await me.restore(there))).toEqual([404, "not-found"]);
    expect(posts()).toHaveLength(1);
  });

  it("stays one while Memoram cannot be asked, and the trash can be looked at all the same", async () => {
    const id = await put();
    failDelete({ lostAnswer: true });
    await me.remove(id);
    sandbox.control.fail({ path: /memory-blobs/, fault: { status: 500 } });
    expect(await inTrash()).toEqual([]);
    expect(codeOf(await me.restore(id))).toEqual([503, "memoram-unavailable"]);
    expect(await rows()).toMatchObject([{ confirmed: false }]);
    sandbox.control.clearFaults();
    expect(await inTrash()).toEqual([id]);
  });

  it("asks Memoram about a few at a time", async () => {
    failDelete({ lostAnswer: true }, 8);
    for (let at = 0; at < 8; at += 1) await me.remove(await put());
    sandbox.control.clearCalls();
    expect(await inTrash()).toHaveLength(5);
    expect(looks()).toHaveLength(5);
    expect(await inTrash()).toHaveLength(8);
  });

  it("is no obstacle to emptying the trash once it has passed", async () => {
    const id = await put();
    failDelete({ lostAnswer: true });
    await me.remove(id);
    expect(codeOf(await me.erase(id))).toEqual([404, "not-found"]);
    await ageTrash(person.userId, 61_000);
    expect((await me.empty()).status).toBe(204);
    expect(await rows()).toEqual([]);
  });
});
