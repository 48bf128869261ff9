import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import type { SandboxPerson } from "../control/control";
import { type RunningSandbox, startSandbox } from "../start";
import { Developer } from "../testing/developer";

let sandbox: RunningSandbox;
let developer: Developer;
let person: SandboxPerson;
beforeAll(async () => {
  sandbox = await startSandbox({ seedPeople: ["noor", "tomas", "wanjiru"] });
  developer = new Developer(sandbox);
}, 60_000);
beforeEach(async () => {
  await sandbox.control.reset();
  person = await developer.approved("wanjiru");
});
afterAll(() => sandbox.close());

const idOf = (body: unknown) => z.object({ id: z.string() }).parse(body).id;
const isoTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

function create(values: Record<string, unknown> = {}) {
  const body = { user_id: person.id, memoryKey: person.memoryKey, content: "abc", ...values };
  return developer.call("POST", "/memory-blobs", { body });
}

function change(id: string, values: Record<string, unknown> = {}) {
  const body = { user_id: person.id, memoryKey: person.memoryKey, ...values };
  return developer.call("PATCH", `/memory-blobs/${id}`, { body });
}

function read(id: string) {
  return developer.call("GET", `/memory-blobs/${id}`, { query: { user_id: person.id } });
}

describe("POST /memory-blobs", () => {
  it("keeps what it is given and answers without the content", async () => {
    const values = {
      title: "A title",
      summary: "A summary",
      tags: ["work", "brand new", "work"],
      importance: 0.25,
      confidence: 1,
      source: "a test",
    };
    const answer = await create(values);
    expect(answer.status).toBe(201);
    expect(answer.body).toEqual({
      ...values,
      id: expect.stringMatching(/^c[0-9a-z]{24}$/),
      user_id: person.id,
      tags: ["work", "brand new"],
      tag_ids: [expect.any(String), expect.any(String)],
      created_at: expect.stringMatching(isoTime),
      updated_at: expect.stringMatching(isoTime),
    });
    expect((await read(idOf(answer.body))).body).toEqual({
      ...Object(answer.body),
      content: "abc",
    });
  });

  it("leaves optional fields absent or null", async () => {
    const { body } = await create();
    expect(body).not.toHaveProperty("title");
    expect(body).not.toHaveProperty("source");
    expect(body).toMatchObject({ summary: null, importance: null, confidence: null, tags: [] });
  });

  it("creates a tag once, also when several writes bring it at the same moment", async () => {
    await Promise.all(Array.from({ length: 8 }, () => create({ tags: ["together"] })));
    const { body } = await developer.call("GET", "/tags", { query: { user_id: person.id } });
    const { items } = z.object({ items: z.array(z.object({ name: z.string() })) }).parse(body);
    expect(items.filter(({ name }) => name === "together")).toHaveLength(1);
  });

  it.each([
    { user_id: undefined },
    { user_id: "not a uuid" },
    { memoryKey: undefined },
    { memoryKey: 5 },
    { content: undefined },
    { content: "" },
    { content: { text: "x" } },
    { content: "a\u0000b" },
    { title: null },
    { title: 4 },
    { tags: "work" },
    { tags: [1] },
    { tags: [""] },
    { importance: "0.5" },
    { importance: -0.1 },
    { importance: 5.1 },
    { confidence: 2 },
    { memory_key: "x" },
  ])("refuses %j with 400", async (values) => {
    expect((await create(values)).status).toBe(400);
  });

  it("refuses a body of more than 4 MiB", async () => {
    expect((await create({ content: "x".repeat(4 * 1024 * 1024) })).status).toBe(413);
  });
});

describe("PATCH /memory-blobs/{id}", () => {
  it("changes only the fields that it is given", async () => {
    const id = idOf((await create({ title: "Old", summary: "Stays", tags: ["work"] })).body);
    const answer = await change(id, { title: "New" });
    expect(answer.status).toBe(200);
    expect(answer.body).not.toHaveProperty("content");
    expect((await read(id)).body).toMatchObject({
      title: "New",
      summary: "Stays",
      tags: ["work"],
      content: "abc",
    });
  });

  it("replaces the whole list of tags and creates new ones", async () => {
    const id = idOf((await create({ tags: ["work", "food"] })).body);
    expect((await change(id, { tags: ["food", "never seen"] })).body).toMatchObject({
      tags: ["food", "never seen"],
    });
    expect((await change(id, { tags: [] })).body).toMatchObject({ tags: [], tag_ids: [] });
  });

  it("clears a field with null", async () => {
    const all = { title: "T", summary: "S", importance: 1, confidence: 1, source: "s" };
    const id = idOf((await create(all)).body);
    const cleared = {
      title: null,
      summary: null,
      importance: null,
      confidence: null,
      source: null,
    };
    expect((await change(id, cleared)).status).toBe(200);
    expect(await sandbox.control.getBlob(id)).toMatchObject(cleared);
  });

  it("moves updated_at and leaves created_at", async () => {
    const blob = await sandbox.control.putBlob(person.id, {
      content: "x",
      createdAt: new Date("2025-01-01T00:00:00Z"),
    });
    const { body } = await change(blob.id, { content: "y" });
    const times = z.object({ created_at: z.string(), updated_at: z.string() }).parse(body);
    expect(times.created_at).toBe("2025-01-01T00:00:00.000Z");
    expect(Date.parse(times.updated_at)).toBeGreaterThan(Date.now() - 60_000);
  });

  it.each([{ content: null }, { content: "" }, { tags: null }, { title: 1 }, { unknown: 1 }])(
    "refuses %j with 400",
    async (values) => {
      const id = idOf((await create()).body);
      expect((await change(id, values)).status).toBe(400);
    },
  );
});

describe("DELETE /memory-blobs/{id}", () => {
  it("removes it for good", async () => {
    const id = idOf((await create()).body);
    const remove = () =>
      developer.call("DELETE", `/memory-blobs/${id}`, { query: { user_id: person.id } });
    expect((await remove()).status).toBe(200);
    expect((await read(id)).status).toBe(404);
    expect((await remove()).status).toBe(404);
  });
});

describe("who may", () => {
  it("needs user_id on every call", async () => {
    const id = idOf((await create()).body);
    for (const [method, path] of [
      ["GET", "/memory-blobs"],
      ["GET", `/memory-blobs/${id}`],
      ["DELETE", `/memory-blobs/${id}`],
      ["GET", "/tags"],
    ] as const) {
      expect((await developer.call(method, path)).status).toBe(400);
      const query = { user_id: "nobody" };
      expect((await developer.call(method, path, { query })).status).toBe(400);
    }
  });

  it("answers 403 without an approved request, in every state and for nobody's id", async () => {
    const tomas = await developer.person("tomas");
    const status = async (user_id: string) =>
      (await developer.call("GET", "/memory-blobs", { query: { user_id } })).status;
    expect(await status("00000000-0000-4000-a000-000000000000")).toBe(403);
    expect(await status(tomas.id)).toBe(403);
    const id = await developer.ask(tomas);
    expect(await status(tomas.id)).toBe(403);
    await sandbox.control.decide(id, "rejected");
    expect(await status(tomas.id)).toBe(403);
    await sandbox.control.decide(id, "approved");
    expect(await status(tomas.id)).toBe(200);
    await sandbox.control.decide(id, "revoked");
    expect(await status(tomas.id)).toBe(403);
  });

  it("answers 403 to writes and deletions too once access is revoked", async () => {
    const id = idOf((await create()).body);
    for (const request of await sandbox.control.requests()) {
      await sandbox.control.decide(request.id, "revoked");
    }
    expect((await create()).status).toBe(403);
    expect((await change(id, { title: "x" })).status).toBe(403);
    const query = { user_id: person.id };
    expect((await developer.call("DELETE", `/memory-blobs/${id}`, { query })).status).toBe(403);
    expect(await sandbox.control.getBlob(id)).not.toBeNull();
  });

  it("answers 403 for another person's memory and leaves it alone", async () => {
    const noor = await developer.approved("noor");
    const foreign = (await sandbox.control.blobs(noor.id))[0]?.id ?? "";
    expect((await read(foreign)).status).toBe(403);
    expect((await change(foreign, { title: "Mine now" })).status).toBe(403);
    const query = { user_id: person.id };
    const remove = await developer.call("DELETE", `/memory-blobs/${foreign}`, { query });
    expect(remove.status).toBe(403);
    expect((await sandbox.control.getBlob(foreign))?.title).not.toBe("Mine now");
  });

  it("answers 403 to a write with another person's memory key", async () => {
    const noor = await developer.approved("noor");
    const id = idOf((await create()).body);
    expect((await create({ memoryKey: noor.memoryKey })).status).toBe(403);
    expect((await change(id, { memoryKey: noor.memoryKey, title: "x" })).status).toBe(403);
  });

  it("answers 404 for an id that does not exist", async () => {
    expect((await read("nope")).status).toBe(404);
    expect((await change("nope", { title: "x" })).status).toBe(404);
  });
});

describe("GET /tags", () => {
  it("lists the person's tags in the documented shape and reads one", async () => {
    const query = { user_id: person.id };
    const { status, body } = await developer.call("GET", "/tags", { query });
    expect(status).toBe(200);
    const { items } = z.object({ items: z.array(z.looseObject({ id: z.string() })) }).parse(body);
    expect(items).toHaveLength(5);
    expect(items[0]).toEqual({
      id: expect.stringMatching(/^c[0-9a-z]{24}$/),
      name: expect.any(String),
      description: expect.any(String),
      color: expect.stringMatching(/^#[0-9A-F]{6}$/),
      is_enabled: true,
      created_at: expect.stringMatching(isoTime),
      updated_at: expect.stringMatching(isoTime),
    });
    const one = await developer.call("GET", `/tags/${items[0]?.id}`, { query });
    expect(one.body).toEqual(items[0]);
  });

  it("answers 404 for no tag, 403 for another person's and without approval", async () => {
    const noor = await developer.approved("noor");
    const query = { user_id: person.id };
    const { body } = await developer.call("GET", "/tags", { query: { user_id: noor.id } });
    const { items } = z.object({ items: z.array(z.object({ id: z.string() })) }).parse(body);
    expect((await developer.call("GET", "/tags/nope", { query })).status).toBe(404);
    expect((await developer.call("GET", `/tags/${items[0]?.id}`, { query })).status).toBe(403);
    const tomas = await developer.person("tomas");
    expect((await developer.call("GET", "/tags", { query: { user_id: tomas.id } })).status).toBe(
      403,
    );
  });
});
