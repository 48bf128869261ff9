import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { KEPT_HEADER, TRASH_DAYS } from "@/lib/contract/trash";
import { db } from "@/lib/db/client";
import { disconnect } from "@/lib/services/connection/connection";
import { connectedPerson, emptyDatabase, newPerson, startHarness } from "@/scripts/test/harness";
import { codeOf, memoriesOf, memoryIn } from "@/scripts/test/memories";
import { ageTrash, trashIn, workspaceOf } from "@/scripts/test/workspace";
import type { RawBlob } from "../../../sandbox/control/control";

const DAY_MS = 86_400_000;

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
beforeEach(async () => {
  sandbox.control.clearFaults();
  sandbox.control.clearCalls();
  await db().trashedMemory.deleteMany();
});

const put = (blob: RawBlob) => sandbox.control.putBlob(me.memoram.id, blob);
const seal = (text: string) => sandbox.control.seal(me.memoram.id, text);
const inTrash = async () => trashIn(await me.trash()).items.map(({ memory }) => memory.id);

/** Deletes through us. @returns the memory as it was. */
async function remove(id: string) {
  const before = memoryIn(await me.read(id));
  expect((await me.remove(id)).status).toBe(204);
  return before;
}

/** What Memoram stores of a memory, without what it makes anew for every one. */
async function stored(id: string) {
  const blob = await sandbox.control.getBlob(id);
  if (!blob) throw new Error("It is not there.");
  const { id: _id, created_at: _made, updated_at: _changed, ...fields } = blob;
  return fields;
}

describe("what was deleted", () => {
  it("is in the trash as it was, with the days it has left", async () => {
    const { id } = await put({ title: "t", content: await seal("c"), tags: ["b", "a"] });
    const before = await remove(id);
    expect(await sandbox.control.getBlob(id)).toBeNull();
    const { items, total, nextCursor } = trashIn(await me.trash());
    expect([items.length, total, nextCursor]).toEqual([1, 1, null]);
    expect(items[0]?.memory).toEqual(before);
    const [deletedAt, expiresAt] = [items[0]?.deletedAt, items[0]?.expiresAt].map((at) =>
      Date.parse(at ?? ""),
    );
    expect(Number(expiresAt) - Number(deletedAt)).toBe(TRASH_DAYS * DAY_MS);
    expect(Math.abs(Date.now() - Number(deletedAt))).toBeLessThan(60_000);
  });

  const odd = { importance: 4.5, confidence: 0, tags: ["x", "y"], source: "" };
  const cases: [string, (text: string) => Promise<RawBlob>][] = [
    ["decrypted", async (text) => ({ content: await seal(text), title: "t", ...odd })],
    ["plaintext", async (text) => ({ content: text, summary: "s", importance: null })],
    ["decrypted", async (text) => ({ content: await seal(text) })],
    [
      "undecryptable",
      async (text) => {
        const content = await sandbox.control.seal(wanjiru, text, "gcm-base64");
        return { content, title: "", ...odd };
      },
    ],
  ];
  let wanjiru = "";
  beforeAll(async () => {
    wanjiru = (await sandbox.control.people()).find(({ slug }) => slug === "wanjiru")?.id ?? "";
  });

  it.each(cases)("comes back exactly: %s", async (state, make) => {
    const text = `two\r\nlines — 茶 ${"long ".repeat(2_000)}`;
    const { id } = await put(await make(text));
    const raw = await stored(id);
    const before = await remove(id);
    expect(before.contentState).toBe(state);
    expect(trashIn(await me.trash()).items[0]?.memory).toEqual(before);
    const answer = await me.restore(id);
    const back = memoryIn(answer, 201);
    const { id: _id, createdAt: _made, updatedAt: _changed, ...same } = before;
    expect(back).toMatchObject({ ...same, tags: expect.arrayContaining(same.tags) });
    expect(back.id).not.toBe(id);
    const rawBack = await stored(back.id);
    if (state !== "decrypted") expect(rawBack).toEqual(raw);
    else {
      expect({ ...rawBack, content: "" }).toEqual({ ...raw, content: "" });
      expect(await sandbox.control.open(me.memoram.id, rawBack.content)).toBe(text);
    }
    expect(await inTrash()).toEqual([]);
    // The answer is what a look at it gives, version and all.
    const read = await me.read(back.id);
    expect(memoryIn(read)).toEqual(back);
    expect(read.headers.get("etag")).toBe(answer.headers.get("etag"));
  });

  it("is encrypted under the key that is good when it comes back", async () => {
    const { id } = await put({ content: await seal("before the rotation") });
    await remove(id);
    await sandbox.control.rotateKey(me.memoram.id, { reencrypt: true });
    await db().connection.update({
      where: { userId: me.userId },
      data: { credentialsReadAt: new Date(0) },
    });
    const { id: newId } = memoryIn(await me.restore(id), 201);
    const raw = await stored(newId);
    expect(await sandbox.control.open(me.memoram.id, raw.content)).toBe("before the rotation");
  });

  it("stays in the trash when Memoram refuses its values", async () => {
    const { id } = await put({ content: await seal("x"), importance: 9 });
    await remove(id);
    expect(codeOf(await me.restore(id))).toEqual([422, "validation-failed"]);
    expect(await inTrash()).toEqual([id]);
  });

  it("is nothing when the write it was to make way for did not happen", async () => {
    const { id } = await put({ content: await seal("x") });
    for (const headers of [{ "if-match": '"old"' }]) {
      expect(codeOf(await me.remove(id, headers))).toEqual([412, "edit-conflict"]);
    }
    for (const status of [400, 403, 409, 422, 429]) {
      sandbox.control.fail({ method: "DELETE", path: /blobs/, times: 1, fault: { status } });
      expect((await me.remove(id)).status).toBeGreaterThan(399);
    }
    expect(await db().trashedMemory.count()).toBe(0);
    expect(codeOf(await me.remove("never-there"))).toEqual([404, "not-found"]);
    expect(codeOf(await me.restore(id))).toEqual([404, "not-found"]);
  });
});

describe("the list", () => {
  it("goes page by page, the latest first, also where many went at the same moment", async () => {
    const deletedAt = new Date(Date.now() - 1_000);
    const blobs = [];
    for (let at = 0; at < 7; at += 1) {
      blobs.push((await put({ content: `plain ${at}` })).id);
      await remove(blobs[at] ?? "");
    }
    expect(await inTrash()).toEqual(blobs.toReversed());
    await db().trashedMemory.updateMany({ data: { deletedAt } });
    const seen: string[] = [];
    let search = "?limit=3";
    for (const length of [3, 3, 1]) {
      const page = trashIn(await me.trash(search));
      expect([page.items.length, page.total]).toEqual([length, 7]);
      seen.push(...page.items.map(({ memory }) => memory.id));
      expect(page.nextCursor === null).toBe(length === 1);
      search = `?limit=3&cursor=${page.nextCursor}`;
    }
    expect(seen.toSorted()).toEqual(blobs.toSorted());
  });

  it.each(["limit=0", "limit=101", "q=x", "cursor=", "cursor=nonsense", "cursor=WzEsMl0"])(
    "refuses %s",
    async (search) => {
      const answer = await me.trash(`?${search}`);
      expect(codeOf(answer)).toEqual([422, "validation-failed"]);
      expect(answer.json.errors).toHaveLength(1);
    },
  );

  it("of ids alone is the same in one go, with nothing that is over or of somebody else", async () => {
    const other = await someone("tomas");
    const { id: theirs } = await put({ content: "theirs" });
    expect((await other.remove(theirs)).status).toBe(204);
    const [old, first, second] = [
      await put({ content: "0" }),
      await put({ content: "1" }),
      await put({ content: "2" }),
    ];
    await remove(old.id);
    await ageTrash(me.userId, TRASH_DAYS * DAY_MS);
    await remove(first.id);
    await remove(second.id);
    const answer = await me.trashIds();
    expect([answer.status, answer.json]).toEqual([200, { ids: [second.id, first.id] }]);
    expect(answer.json.ids).toEqual(await inTrash());
    expect(codeOf(await workspaceOf(await newPerson()).trashIds())).toEqual([409, "not-connected"]);
  });

  it("leaves out what no longer opens, and does not fail over it", async () => {
    const [one, two] = [await put({ content: "1" }), await put({ content: "2" })];
    await remove(one.id);
    await remove(two.id);
    await db().trashedMemory.updateMany({ where: { memoryId: two.id }, data: { copy: "broken" } });
    expect(await inTrash()).toEqual([one.id]);
    expect(codeOf(await me.restore(two.id))).toEqual([409, "unreadable-content"]);
    expect((await me.empty()).status).toBe(204);
    expect(await db().trashedMemory.count()).toBe(0);
  });
});

describe("for ever", () => {
  it("one, and then all the rest", async () => {
    const ids = [];
    for (const content of ["a", "b", "c"]) ids.push((await put({ content })).id);
    for (const id of ids) await remove(id);
    const [first = ""] = ids;
    expect((await me.erase(first)).status).toBe(204);
    expect(codeOf(await me.erase(first))).toEqual([404, "not-found"]);
    expect(codeOf(await me.restore(first))).toEqual([404, "not-found"]);
    expect(await inTrash()).toEqual(ids.slice(1).toReversed());
    expect((await me.empty()).status).toBe(204);
    expect((await me.empty()).status).toBe(204);
    expect(await db().trashedMemory.count()).toBe(0);
  });

  it("after 30 days: not shown, not restored, and gone with the next look", async () => {
    const [old, recent] = [await put({ content: "old" }), await put({ content: "recent" })];
    await me.patch(old.id, { title: "a version" });
    await remove(old.id);
    await ageTrash(me.userId, TRASH_DAYS * DAY_MS);
    await remove(recent.id);
    expect(codeOf(await me.restore(old.id))).toEqual([404, "not-found"]);
    expect(codeOf(await me.erase(old.id))).toEqual([404, "not-found"]);
    expect(await inTrash()).toEqual([recent.id]);
    expect(await db().trashedMemory.count()).toBe(1);
    expect(await db().memoryVersion.count({ where: { memoryId: old.id } })).toBe(0);
    await ageTrash(me.userId, TRASH_DAYS * DAY_MS - 60_000);
    expect(await inTrash()).toEqual([recent.id]);
  });

  it("is told by the answer to the deletion, whatever a page believes about the setting", async () => {
    const [first, second] = [await put({ content: "1" }), await put({ content: "2" })];
    const keptBy = async (id: string) => {
      const { status, headers } = await me.remove(id);
      expect(status).toBe(204);
      return headers.get(KEPT_HEADER);
    };
    expect(await keptBy(first.id)).toBe("kept");
    await me.prefer({ trash: false });
    expect(await keptBy(second.id)).toBe("none");
    await me.prefer({ trash: true });
    expect(await inTrash()).toEqual([first.id]);
  });

  it("with the trash turned off: nothing is kept, what was kept stays, and no look is taken", async () => {
    const [kept, gone] = [await put({ content: "kept" }), await put({ content: "gone" })];
    await me.patch(gone.id, { title: "a version" });
    await remove(kept.id);
    expect((await me.prefer({ trash: false })).json).toEqual({ trash: false });
    sandbox.control.clearCalls();
    expect((await me.remove(gone.id)).status).toBe(204);
    const calls = sandbox.control.calls().filter(({ path }) => path.includes("memory-blobs"));
    expect(calls.map(({ method }) => method)).toEqual(["DELETE"]);
    expect(await inTrash()).toEqual([kept.id]);
    expect(await db().memoryVersion.count({ where: { memoryId: gone.id } })).toBe(0);
    expect(codeOf(await me.remove(gone.id))).toEqual([404, "not-found"]);
    await me.prefer({ trash: true });
  });
});

describe("somebody else", () => {
  it("sees, restores and erases nothing, be they connected as the same Memoram user or not", async () => {
    const { id } = await put({ content: "mine" });
    await remove(id);
    for (const slug of ["wanjiru", "tomas"]) {
      const other = await someone(slug);
      expect(trashIn(await other.trash())).toEqual({ items: [], nextCursor: null, total: 0 });
      expect(codeOf(await other.restore(id))).toEqual([404, "not-found"]);
      expect(codeOf(await other.erase(id))).toEqual([404, "not-found"]);
      expect((await other.empty()).status).toBe(204);
    }
    expect(await inTrash()).toEqual([id]);
  });

  it("is who I am under another Memoram account, until I am back", async () => {
    const { id } = await put({ content: "of the first account" });
    await remove(id);
    const other = await sandbox.control.people();
    const memoramUserId = other.find(({ slug }) => slug === "wanjiru")?.id ?? "";
    const connectAs = (user: string) =>
      db().connection.update({ where: { userId: me.userId }, data: { memoramUserId: user } });
    await connectAs(memoramUserId);
    expect(await inTrash()).toEqual([]);
    expect(codeOf(await me.restore(id))).toEqual([404, "not-found"]);
    expect(codeOf(await me.erase(id))).toEqual([404, "not-found"]);
    await me.empty();
    await connectAs(me.memoram.id);
    expect(await inTrash()).toEqual([id]);
    expect((await me.restore(id)).status).toBe(201);
  });

  it("has no trash without a connection", async () => {
    const nobody = workspaceOf(await newPerson());
    const answers = [nobody.trash(), nobody.empty(), nobody.restore("a"), nobody.erase("a")];
    for (const answer of await Promise.all(answers)) {
      expect(codeOf(answer)).toEqual([409, "not-connected"]);
    }
  });

  it.each(["..", "a b", "a.b", "x".repeat(129)])("%j is no id", async (id) => {
    for (const answer of [await me.restore(id), await me.erase(id)])
      expect(codeOf(answer)).toEqual([422, "validation-failed"]);
  });
});

describe("the end of access", () => {
  it("by disconnecting erases everything that was kept; by a revocation it only shuts it away", async () => {
    const guest = await someone("noor");
    const [one, two] = (await guest.list("?limit=2")).json.items;
    await guest.patch(two.id, { title: "changed" });
    expect((await guest.remove(one.id)).status).toBe(204);
    await guest.begin({ from: ["a"], to: "b" });
    const kept = async () => {
      const where = { userId: guest.userId };
      return [
        await db().trashedMemory.count({ where }),
        await db().memoryVersion.count({ where }),
        await db().tagOperation.count({ where }),
      ];
    };
    expect(await kept()).toEqual([1, 1, 1]);
    await sandbox.control.decide(guest.requestId, "revoked");
    expect(codeOf(await guest.list())).toEqual([403, "access-revoked"]);
    expect(codeOf(await guest.trash())).toEqual([403, "access-revoked"]);
    expect(codeOf(await guest.restore(one.id))).toEqual([403, "access-revoked"]);
    expect(await kept()).toEqual([1, 1, 1]);
    await disconnect(guest.userId);
    expect(await kept()).toEqual([0, 0, 0]);
  });

  it("and of a person erases all of it with them", async () => {
    const guest = await someone("noor");
    const [one, two] = (await guest.list("?limit=2")).json.items;
    await guest.patch(two.id, { title: "changed" });
    await guest.remove(one.id);
    await guest.prefer({ trash: false });
    await guest.begin({ from: ["a"], to: "b" });
    const where = { userId: guest.userId };
    await db().user.delete({ where: { id: guest.userId } });
    expect([
      await db().trashedMemory.count({ where }),
      await db().memoryVersion.count({ where }),
      await db().tagOperation.count({ where }),
      await db().preference.count({ where }),
    ]).toEqual([0, 0, 0, 0]);
  });
});
