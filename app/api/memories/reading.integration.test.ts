import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Memory, memoryPageSchema, memorySchema } from "@/lib/contract/memory";
import { tagListSchema } from "@/lib/contract/tag";
import { db } from "@/lib/db/client";
import { call, connectedPerson, newPerson, startHarness } from "@/scripts/test/harness";
import * as tagsRoute from "../tags/route";
import * as one from "./[id]/route";
import * as many from "./route";

type Person = Awaited<ReturnType<typeof connectedPerson>>;
let sandbox: Awaited<ReturnType<typeof startHarness>>;
let noor: Person;
let wanjiru: Person;
beforeAll(async () => {
  sandbox = await startHarness();
  noor = await connectedPerson(sandbox, "noor");
  wanjiru = await connectedPerson(sandbox, "wanjiru");
});
afterAll(() => sandbox.close());
beforeEach(() => {
  sandbox.control.clearFaults();
  sandbox.control.clearCalls();
});

const list = async ({ cookie }: { cookie: string }, search = "") => {
  const answer = await call(many.GET, `/api/memories${search}`, { cookie });
  if (answer.status !== 200) throw new Error(`${answer.status} ${answer.text}`);
  return memoryPageSchema.strict().parse(answer.json);
};
const read = ({ cookie }: { cookie: string }, id: string) =>
  call(one.GET, `/api/memories/${id}`, { cookie, params: { id } });
const memoryOf = async (person: { cookie: string }, id: string): Promise<Memory> =>
  memorySchema.strict().parse((await read(person, id)).json);
const blobCalls = () =>
  sandbox.control.calls().filter(({ path }) => path.startsWith("/api/v1/memory-blobs"));

describe("the list", () => {
  it("passes every filter on exactly, and nothing else", async () => {
    await list(noor);
    await list(noor, "?limit=7&q=tea%20%26%20%C3%BC&tags=work,,a%20b&importance=0.25");
    await list(noor, "?limit=100&q=&tags=&importance=0");
    const user_id = noor.memoram.id;
    expect(blobCalls().map(({ query }) => query)).toEqual([
      { user_id, limit: "50" },
      { user_id, limit: "7", searchQuery: "tea & ü", tags: "work,a b", importance: "0.25" },
      { user_id, limit: "50", importance: "0" },
      { user_id, limit: "50", importance: "0", cursor: expect.any(String) },
    ]);
  });

  it("leads through everything by cursor, each memory once, whatever the page size", async () => {
    const stored = (await sandbox.control.blobs(noor.memoram.id)).map(({ id }) => id);
    expect(stored.length).toBeGreaterThan(50);
    for (const limit of [7, 50, 100]) {
      const seen: string[] = [];
      let cursor: string | null = null;
      do {
        const search: string = cursor === null ? "" : `&cursor=${encodeURIComponent(cursor)}`;
        const page = await list(noor, `?limit=${limit}${search}`);
        expect(page.items.length).toBeLessThanOrEqual(limit);
        seen.push(...page.items.map(({ id }) => id));
        cursor = page.nextCursor;
      } while (cursor !== null);
      expect(seen).toEqual(stored);
    }
  });

  it("shows every memory as reading it alone shows it", async () => {
    const { items } = await list(noor, "?limit=100");
    for (const memory of items.slice(0, 12))
      expect(await memoryOf(noor, memory.id)).toEqual(memory);
    expect(new Set(items.map(({ contentState }) => contentState))).toContain("decrypted");
  });

  it("says 422 for a cursor that Memoram refuses, however it refuses it", async () => {
    const { cookie } = noor;
    for (const cursor of ["nonsense", "a.b", "%00"]) {
      const answer = await call(many.GET, `/api/memories?cursor=${cursor}`, { cookie });
      expect(answer.status).toBe(422);
      expect(answer.json.errors[0].path).toBe("cursor");
    }
    for (const status of [400, 404, 409, 410, 422]) {
      sandbox.control.fail({ path: "/memory-blobs", times: 1, fault: { status } });
      const answer = await call(many.GET, "/api/memories?cursor=x", { cookie });
      expect([status, answer.status, answer.json.code]).toEqual([status, 422, "validation-failed"]);
    }
  });

  it("is empty for someone who has none, without a cursor", async () => {
    const tomas = await connectedPerson(sandbox, "tomas");
    expect(await list(tomas)).toEqual({ items: [], nextCursor: null });
    expect((await call(tagsRoute.GET, "/api/tags", tomas)).json).toEqual({ items: [] });
  });
});

describe("one memory", () => {
  it("is read in each of the four layouts, and as plain text where it is none", async () => {
    const owner = noor.memoram.id;
    const text = "Tea at four — 茶 😀\n\0 and a null";
    for (const layout of ["gcm-hex", "gcm-base64", "json", "cbc-hex"] as const) {
      const content = await sandbox.control.seal(owner, text, layout);
      const { id } = await sandbox.control.putBlob(owner, { content });
      expect(await memoryOf(noor, id)).toMatchObject({ content: text, contentState: "decrypted" });
    }
    for (const content of ["Just text.", "", "a:b", '{"iv":"no"}', "<script>alert(1)</script>"]) {
      const { id } = await sandbox.control.putBlob(owner, { content });
      expect(await memoryOf(noor, id)).toMatchObject({ content, contentState: "plaintext" });
    }
  });

  it("has null where Memoram has nothing, and keeps numbers outside 0 to 1", async () => {
    const owner = noor.memoram.id;
    const bare = await sandbox.control.putBlob(owner, { content: "x" });
    expect(await memoryOf(noor, bare.id)).toEqual({
      id: bare.id,
      title: null,
      summary: null,
      content: "x",
      contentState: "plaintext",
      tags: [],
      tagIds: [],
      importance: null,
      confidence: null,
      source: null,
      createdAt: bare.created_at.toISOString(),
      updatedAt: bare.updated_at.toISOString(),
    });
    const loud = await sandbox.control.putBlob(owner, { content: "x", importance: 5 });
    expect((await memoryOf(noor, loud.id)).importance).toBe(5);
    expect(
      (await list(noor, "?limit=100")).items.find(({ id }) => id === loud.id)?.importance,
    ).toBe(5);
  });

  it("has a strong ETag that stays while the memory does, and changes with each part of it", async () => {
    const owner = noor.memoram.id;
    const at = new Date("2026-01-01T00:00:00Z");
    const same = { createdAt: at, updatedAt: at };
    const { id } = await sandbox.control.putBlob(owner, { content: "one", title: "t", ...same });
    const etag = async () => (await read(noor, id)).headers.get("etag") ?? "";
    const first = await etag();
    expect(first).toMatch(/^"[\x21\x23-\x7e]+"$/);
    expect(await etag()).toBe(first);
    const seen = new Set([first]);
    for (const change of [
      { content: "two" },
      { content: await sandbox.control.seal(owner, "two") },
      { title: null },
      { title: "" },
      { summary: "s" },
      { tags: ["a"] },
      { tags: ["a", "b"] },
      { importance: 0 },
      { importance: 0.1 },
      { confidence: 0.1 },
      { source: "s" },
      { updatedAt: new Date("2026-01-01T00:00:00.001Z") },
    ]) {
      await sandbox.control.putBlob(owner, { ...same, id, ...change });
      const next = await etag();
      expect([change, seen.has(next)]).toEqual([change, false]);
      seen.add(next);
    }
    const sealedAgain = await sandbox.control.seal(owner, "two", "json");
    await sandbox.control.putBlob(owner, { ...same, id, content: sealedAgain, updatedAt: at });
    const before = await etag();
    const thirdTime = await sandbox.control.seal(owner, "two", "gcm-base64");
    await sandbox.control.putBlob(owner, { ...same, id, content: thirdTime, updatedAt: at });
    expect(await etag()).toBe(before);
  });

  it("changes its ETag when unreadable content becomes other unreadable content", async () => {
    const owner = noor.memoram.id;
    const at = new Date("2026-01-01T00:00:00Z");
    const foreign = (text: string) => sandbox.control.seal(wanjiru.memoram.id, text);
    const blob = { content: await foreign("one"), createdAt: at, updatedAt: at };
    const { id } = await sandbox.control.putBlob(owner, blob);
    const first = (await read(noor, id)).headers.get("etag");
    await sandbox.control.putBlob(owner, { ...blob, id, content: await foreign("two") });
    expect((await read(noor, id)).headers.get("etag")).not.toBe(first);
  });

  it("answers HEAD with the same headers as GET", async () => {
    const [{ id } = { id: "" }] = (await list(noor, "?limit=1")).items;
    const head = await call(one.HEAD, `/api/memories/${id}`, {
      method: "HEAD",
      cookie: noor.cookie,
      params: { id },
    });
    expect(head.status).toBe(200);
    expect(head.headers.get("etag")).toBe((await read(noor, id)).headers.get("etag"));
  });
});

describe("two people", () => {
  it("never see each other's: a stranger's memory and a missing one answer alike", async () => {
    const mine = (await list(wanjiru)).items[0]?.id ?? "";
    const answers = [];
    for (const id of [mine, "cm8r8ny2i001mm24853tqfd62", "a", "__proto__"]) {
      for (const [handler, method, body] of [
        [one.GET, "GET", undefined],
        [one.PATCH, "PATCH", { title: "stolen" }],
        [one.PATCH, "PATCH", { content: "stolen", replaceUnreadable: true }],
        [one.DELETE, "DELETE", undefined],
      ] as const) {
        const options = { method, body, cookie: noor.cookie, params: { id } };
        const answer = await call(handler, `/api/memories/${id}`, options);
        expect(answer.status).toBe(404);
        const { requestId, ...rest } = answer.json;
        expect(answer.headers.get("x-request-id")).toBe(requestId);
        answers.push(JSON.stringify([rest, [...answer.headers.keys()]]));
      }
    }
    expect(new Set(answers).size).toBe(1);
    expect((await memoryOf(wanjiru, mine)).title).not.toBe("stolen");
    expect((await read(noor, (await list(noor)).items[0]?.id ?? "")).status).toBe(200);
  });

  it("have lists and tags without a memory in common", async () => {
    const [hers, his] = [await list(wanjiru, "?limit=100"), await list(noor, "?limit=100")];
    const ids = new Set(his.items.map(({ id }) => id));
    expect(hers.items.filter(({ id }) => ids.has(id))).toEqual([]);
    const tags = async (person: Person) =>
      tagListSchema.strict().parse((await call(tagsRoute.GET, "/api/tags", person)).json).items;
    const tagIds = new Set((await tags(noor)).map(({ id }) => id));
    expect((await tags(wanjiru)).filter(({ id }) => tagIds.has(id))).toEqual([]);
  });

  it("never meet when Memoram mixes them up: nothing of another's answer gets through", async () => {
    const [theirs] = await sandbox.control.blobs(wanjiru.memoram.id);
    if (!theirs) throw new Error("No memory.");
    const { person_id, created_at, updated_at, ...rest } = theirs;
    const body = { ...rest, user_id: person_id, created_at, updated_at };
    const mine = (await list(noor)).items[0]?.id ?? "";
    const path = /memory-blobs/;
    const page = { memoryBlobs: [body], next_cursor: null };
    const ownId = { ...body, id: mine };
    for (const [answered, ask] of [
      [page, () => call(many.GET, "/api/memories", noor)],
      [ownId, () => read(noor, mine)],
      [{ ...ownId, user_id: "" }, () => read(noor, mine)],
      [
        body,
        () => call(many.POST, "/api/memories", { ...noor, method: "POST", body: { content: "x" } }),
      ],
    ] as const) {
      sandbox.control.fail({ path, times: 1, fault: { status: 200, body: answered } });
      const answer = await ask();
      expect([answer.status, answer.json.code]).toEqual([502, "memoram-bad-response"]);
      expect(answer.text).not.toContain(theirs.title ?? "no title");
      expect(answer.text).not.toContain(theirs.id);
    }
  });
});

describe("access that ended", () => {
  it("says so at the next call and erases the encryption key at once", async () => {
    for (const ask of [
      (person: Person) => call(many.GET, "/api/memories", person),
      (person: Person) => read(person, "whatever"),
      (person: Person) => call(tagsRoute.GET, "/api/tags", person),
    ]) {
      const person = await connectedPerson(sandbox, "tomas");
      for (const { id } of await sandbox.control.requests()) {
        if (id === person.requestId) await sandbox.control.decide(id, "revoked");
      }
      await revokeOthers(person);
      const answer = await ask(person);
      expect([answer.status, answer.json.code]).toEqual([403, "access-revoked"]);
      const row = await db().connection.findUniqueOrThrow({ where: { userId: person.userId } });
      expect(row).toMatchObject({ status: "revoked", encryptionKey: null, keyVersion: null });
    }
  });

  it("says which state it is in otherwise", async () => {
    const nobody = await newPerson();
    expect((await call(many.GET, "/api/memories", nobody)).json.code).toBe("not-connected");
    const person = await connectedPerson(sandbox, "tomas");
    for (const [status, code] of [
      ["authorized", "not-connected"],
      ["disconnected", "not-connected"],
      ["rejected", "access-rejected"],
      ["revoked", "access-revoked"],
    ] as const) {
      await db().connection.update({ where: { userId: person.userId }, data: { status } });
      expect((await call(many.GET, "/api/memories", person)).json.code).toBe(code);
    }
    expect(blobCalls()).toEqual([]);
  });
});

/** Memoram lets us read as long as any request of ours for a person is approved. */
async function revokeOthers(person: Person): Promise<void> {
  for (const { id, person_id, status } of await sandbox.control.requests()) {
    const isTheirs = person_id === person.memoram.id && status === "approved";
    if (isTheirs) await sandbox.control.decide(id, "revoked");
  }
}
