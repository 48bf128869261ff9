import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { connectedPerson, startHarness } from "@/scripts/test/harness";
import { codeOf, memoriesOf, memoryIn } from "@/scripts/test/memories";
import type { Fault } from "../../../sandbox/control/faults";

type Person = Awaited<ReturnType<typeof connectedPerson>>;
let sandbox: Awaited<ReturnType<typeof startHarness>>;
let person: Person;
let mine: ReturnType<typeof memoriesOf>;
beforeAll(async () => {
  sandbox = await startHarness();
  person = await connectedPerson(sandbox, "wanjiru");
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

describe("creating", () => {
  it("needs nothing but content, and sends nothing but what was given", async () => {
    const memory = await newMemory({ content: "Only this." });
    expect(memory).toMatchObject({
      title: null,
      summary: null,
      content: "Only this.",
      contentState: "decrypted",
      tags: [],
      tagIds: [],
      importance: null,
      confidence: null,
      source: null,
    });
    const [{ body } = { body: null }] = written("POST");
    const { id, memoryKey } = person.memoram;
    expect(body).toEqual({ user_id: id, memoryKey, content: expect.any(String) });
    const stored = (await sandbox.control.getBlob(memory.id))?.content ?? "";
    expect(stored).toMatch(/^[0-9a-f]{24}:[0-9a-f]{32}:[0-9a-f]+$/);
    expect(await sandbox.control.open(id, stored)).toBe("Only this.");
  });

  it("takes every field at its limit, and gives back what was given", async () => {
    const given = {
      title: "😀".repeat(100),
      summary: "é".repeat(2_000),
      content: "茶".repeat(100_000),
      tags: Array.from({ length: 50 }, (_, at) => `${at}`.padEnd(64, "t")),
      importance: 0,
      confidence: 1,
      source: "s".repeat(100),
    };
    const answer = await mine.create(given);
    const memory = memoryIn(answer, 201);
    expect(memory).toMatchObject(given);
    const again = await mine.read(memory.id);
    expect(again.json).toEqual(memory);
    expect(again.headers.get("etag")).toBe(answer.headers.get("etag"));
    const { content, ...rest } = given;
    expect(written("POST")[0]?.body).toEqual({
      ...rest,
      content: expect.not.stringContaining(content.slice(0, 20)),
      user_id: person.memoram.id,
      memoryKey: person.memoram.memoryKey,
    });
  });

  it("encrypts equal content differently every time", async () => {
    const contents = new Set<string | undefined>();
    for (const { id } of [await newMemory(), await newMemory(), await newMemory()]) {
      contents.add((await sandbox.control.getBlob(id))?.content);
    }
    expect(contents.size).toBe(3);
  });

  it("says 422 where Memoram is stricter than we are, without its words", async () => {
    for (const status of [400, 413, 422]) {
      const fault = { status, body: { message: "s3cret upstream words" } };
      sandbox.control.fail({ method: "POST", path: "/memory-blobs", times: 1, fault });
      const answer = await mine.create({ content: "x" });
      expect(codeOf(answer)).toEqual([422, "validation-failed"]);
      expect(answer.text).not.toContain("s3cret");
    }
  });
});

describe("changing", () => {
  const all = {
    title: "t",
    summary: "s",
    content: "c",
    tags: ["a", "b"],
    importance: 0.5,
    confidence: 0.6,
    source: "src",
  };

  it.each<[string, unknown]>([
    ["title", "new"],
    ["title", ""],
    ["title", null],
    ["summary", "new"],
    ["summary", null],
    ["tags", ["b", "new"]],
    ["tags", []],
    ["importance", 0],
    ["importance", null],
    ["confidence", 1],
    ["confidence", null],
    ["source", "new"],
    ["source", null],
  ])("%s to %j sends that and nothing else, and changes nothing else", async (name, value) => {
    const before = await newMemory(all);
    const answer = await mine.patch(before.id, { [name]: value });
    const after = memoryIn(answer);
    const { tagIds, updatedAt } = after;
    expect(after).toEqual({ ...before, [name]: value, tagIds, updatedAt });
    const { id: user_id, memoryKey } = person.memoram;
    expect(written("PATCH").map(({ body }) => body)).toEqual([
      { user_id, memoryKey, [name]: value },
    ]);
    const again = await mine.read(before.id);
    expect(again.json).toEqual(after);
    expect(again.headers.get("etag")).toBe(answer.headers.get("etag"));
  });

  it("content is encrypted, alone and along with others", async () => {
    const { id } = await newMemory(all);
    const after = memoryIn(await mine.patch(id, { content: "new", title: null }));
    expect(after).toMatchObject({
      content: "new",
      contentState: "decrypted",
      title: null,
      tags: all.tags,
    });
    const [{ body } = { body: null }] = written("PATCH");
    expect(Object.keys(Object(body)).sort()).toEqual(["content", "memoryKey", "title", "user_id"]);
    const stored = (await sandbox.control.getBlob(id))?.content ?? "";
    expect(await sandbox.control.open(person.memoram.id, stored)).toBe("new");
  });

  it("nothing is refused before Memoram is asked", async () => {
    const { id } = await newMemory();
    sandbox.control.clearCalls();
    for (const body of [
      {},
      { replaceUnreadable: true },
      { content: null },
      { tags: null },
      { id },
    ]) {
      expect(codeOf(await mine.patch(id, body))).toEqual([422, "validation-failed"]);
    }
    expect(sandbox.control.calls()).toEqual([]);
  });

  it("plain text stays marked as such until its content is written", async () => {
    const { id } = await put("As it is.");
    expect(memoryIn(await mine.patch(id, { title: "t" }))).toMatchObject({
      content: "As it is.",
      contentState: "plaintext",
    });
    expect((await sandbox.control.getBlob(id))?.content).toBe("As it is.");
    expect(memoryIn(await mine.patch(id, { content: "New." })).contentState).toBe("decrypted");
  });
});

describe("If-Match", () => {
  it("lets the present version through, alone, in a list, or as *", async () => {
    const { id } = await newMemory();
    for (const form of [(tag: string) => tag, (tag: string) => `"x", ${tag}`, () => "*"]) {
      const etag = (await mine.read(id)).headers.get("etag") ?? "";
      memoryIn(await mine.patch(id, { title: form(etag) }, { "if-match": form(etag) }));
    }
  });

  it("refuses an old, weak or unreadable one on PATCH and DELETE, and nothing happens", async () => {
    const created = await mine.create({ content: "c" });
    const { id } = memoryIn(created, 201);
    const old = created.headers.get("etag") ?? "";
    const changed = await mine.patch(id, { title: "newer" }, { "if-match": old });
    const present = changed.headers.get("etag") ?? "";
    expect(present).not.toBe(old);
    sandbox.control.clearCalls();
    for (const value of [
      old,
      `W/${present}`,
      present.slice(1, -1),
      '""',
      "",
      "nonsense",
      `"x",${old}`,
    ]) {
      const headers = { "if-match": value };
      expect(codeOf(await mine.patch(id, { title: "lost" }, headers))).toEqual([
        412,
        "edit-conflict",
      ]);
      expect(codeOf(await mine.remove(id, headers))).toEqual([412, "edit-conflict"]);
    }
    expect([...written("PATCH"), ...written("DELETE")]).toEqual([]);
    expect((await mine.remove(id, { "if-match": present })).status).toBe(204);
    expect(codeOf(await mine.remove(id, { "if-match": present }))).toEqual([404, "not-found"]);
    expect(codeOf(await mine.patch(id, { title: "x" }, { "if-match": "*" }))).toEqual([
      404,
      "not-found",
    ]);
  });

  it("notices a change that another Memoram client made", async () => {
    const created = await mine.create({ content: "c", title: "t" });
    const { id } = memoryIn(created, 201);
    await sandbox.control.putBlob(person.memoram.id, { id, title: "elsewhere" });
    const headers = { "if-match": created.headers.get("etag") ?? "" };
    expect(codeOf(await mine.patch(id, { title: "lost" }, headers))).toEqual([
      412,
      "edit-conflict",
    ]);
    expect((await sandbox.control.getBlob(id))?.title).toBe("elsewhere");
  });

  it("is not needed: without it every write goes through, one after the other", async () => {
    const { id } = await newMemory();
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, at) => mine.patch(id, { title: `writer ${at}` })),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(200));
  });
});

describe("deleting", () => {
  it.each<[string, Fault]>([
    ["nothing", { status: 200 }],
    ["HTML", { html: true }],
    ["text", { status: 200, body: "gone" }],
    ["another shape", { status: 200, body: ["s3cret"] }],
    ["half an answer", { truncate: true }],
    ["204", { status: 204 }],
  ])("is 204 without a body once Memoram agreed, answered with %s", async (_, fault) => {
    const { id } = await newMemory();
    sandbox.control.fail({
      method: "DELETE",
      path: /memory-blobs/,
      times: 1,
      fault,
    });
    const answer = await mine.remove(id);
    expect([answer.status, answer.text]).toEqual([204, ""]);
    expect(answer.headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
    expect(answer.headers.get("cache-control")).toBe("no-store");
  });

  it("asks Memoram once, with the user's id and no body", async () => {
    const { id } = await newMemory();
    await mine.remove(id);
    const [deleted] = written("DELETE");
    expect(written("DELETE")).toHaveLength(1);
    expect(deleted?.query).toEqual({ user_id: person.memoram.id });
    expect(deleted?.body).toBeNull();
    expect(codeOf(await mine.remove(id))).toEqual([404, "not-found"]);
    expect(codeOf(await mine.read(id))).toEqual([404, "not-found"]);
  });
});
