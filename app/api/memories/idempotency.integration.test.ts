import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { disconnect } from "@/lib/services/connection/connection";
import { connectedPerson, startHarness } from "@/scripts/test/harness";
import { codeOf, memoriesOf, memoryIn } from "@/scripts/test/memories";
import type { Fault } from "../../../sandbox/control/faults";

let sandbox: Awaited<ReturnType<typeof startHarness>>;
let person: Awaited<ReturnType<typeof connectedPerson>>;
let mine: ReturnType<typeof memoriesOf>;
let theirs: ReturnType<typeof memoriesOf>;
beforeAll(async () => {
  sandbox = await startHarness();
  person = await connectedPerson(sandbox, "tomas");
  mine = memoriesOf(person);
  theirs = memoriesOf(await connectedPerson(sandbox, "wanjiru"));
});
afterAll(() => sandbox.close());
beforeEach(() => {
  sandbox.control.clearFaults();
  sandbox.control.clearCalls();
});

let count = 0;
function newKey() {
  count += 1;
  return { "idempotency-key": `key-${count}` };
}
const posts = () =>
  sandbox.control
    .calls()
    .filter(({ method, path }) => method === "POST" && path.endsWith("/memory-blobs"));
const record = (key: Record<string, string>) =>
  db().idempotencyRecord.findUnique({
    where: { userId_key: { userId: person.userId, key: key["idempotency-key"] ?? "" } },
  });
const post = { method: "POST", path: "/memory-blobs" };

describe("the same key again", () => {
  it("gets the same answer, header for header, and no second memory", async () => {
    const key = newKey();
    const body = { content: "c", title: "t", tags: ["a"], importance: 0.5 };
    const first = await mine.create(body, key);
    memoryIn(first, 201);
    const again = await mine.create(body, key);
    expect([again.status, again.text]).toEqual([201, first.text]);
    expect(again.headers.get("etag")).toBe(first.headers.get("etag"));
    expect(again.headers.get("x-request-id")).not.toBe(first.headers.get("x-request-id"));
    expect(posts()).toHaveLength(1);
  });

  it("gets it also after the memory was deleted", async () => {
    const key = newKey();
    const first = await mine.create({ content: "c" }, key);
    await mine.remove(first.json.id);
    expect((await mine.create({ content: "c" }, key)).text).toBe(first.text);
    expect(posts()).toHaveLength(1);
  });

  it("is no answer for somebody who has disconnected since, nor afterwards", async () => {
    const guest = await connectedPerson(sandbox, "wanjiru");
    const { create } = memoriesOf(guest);
    const key = newKey();
    memoryIn(await create({ content: "kept" }, key), 201);
    await disconnect(guest.userId);
    const refused = await create({ content: "kept" }, key);
    expect([refused.status, refused.json.code]).toEqual([409, "not-connected"]);
    expect(await db().idempotencyRecord.count({ where: { userId: guest.userId } })).toBe(0);
  });

  it("compares bodies as values: order, spelling and white space do not matter", async () => {
    const key = newKey();
    const first = await mine.create('{"content":"é","importance":1,"title":"t"}', {
      ...key,
      "content-type": "application/json",
    });
    memoryIn(first, 201);
    for (const same of [
      '{"title":"t","content":"é","importance":1}',
      ' {"importance" : 1.0, "content":"\\u00e9",\n"title":"t"} ',
      '{"importance":1e0,"title":"x","content":"é","title":"t"}',
    ]) {
      const again = await mine.create(same, { ...key, "content-type": "application/json" });
      expect(again.text).toBe(first.text);
    }
    expect(posts()).toHaveLength(1);
  });

  it.each<[string, object]>([
    ["another content", { content: "d", title: "t", tags: ["a", "b"] }],
    ["one field less", { content: "c", tags: ["a", "b"] }],
    ["one field more", { content: "c", title: "t", tags: ["a", "b"], summary: "" }],
    ["another order of tags", { content: "c", title: "t", tags: ["b", "a"] }],
    ["another normal form", { content: "c\u0301", title: "t", tags: ["a", "b"] }],
  ])("with %s is a mismatch, and changes nothing", async (_, other) => {
    const key = newKey();
    const body = { content: "c", title: "t", tags: ["a", "b"] };
    const first = await mine.create(body, key);
    expect(codeOf(await mine.create(other, key))).toEqual([422, "idempotency-mismatch"]);
    expect((await mine.create(body, key)).text).toBe(first.text);
    expect(posts()).toHaveLength(1);
  });

  it("belongs to one person: another's is another key", async () => {
    const key = newKey();
    const [one, two] = [
      await mine.create({ content: "c" }, key),
      await theirs.create({ content: "d" }, key),
    ];
    expect([one.status, two.status]).toEqual([201, 201]);
    expect(one.json.id).not.toBe(two.json.id);
  });

  it("means nothing on other calls", async () => {
    const key = newKey();
    const { id } = memoryIn(await mine.create({ content: "c" }, key), 201);
    memoryIn(await mine.patch(id, { title: "t" }, key));
    memoryIn(await mine.patch(id, { title: "u" }, key));
    expect((await mine.remove(id, { "idempotency-key": "not valid here" })).status).toBe(204);
  });
});

describe("at the same time", () => {
  it("a hundred calls make one memory and a hundred equal answers", async () => {
    const key = newKey();
    sandbox.control.fail({ ...post, fault: { delayMs: 150 } });
    const answers = await Promise.all(
      Array.from({ length: 100 }, () => mine.create({ content: "once" }, key)),
    );
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(answers[0]?.status).toBe(201);
    expect(posts()).toHaveLength(1);
  });

  it("another body is told soon, while the first is still at work", async () => {
    const key = newKey();
    sandbox.control.fail({ ...post, times: 1, fault: { delayMs: 2_500 } });
    const first = mine.create({ content: "slow" }, key);
    while (posts().length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    const startedAt = Date.now();
    expect(codeOf(await mine.create({ content: "other" }, key))).toEqual([
      422,
      "idempotency-mismatch",
    ]);
    expect(Date.now() - startedAt).toBeLessThan(1_500);
    memoryIn(await first, 201);
  });

  it("two bodies race for a key: one has it, the other is a mismatch", async () => {
    const key = newKey();
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, at) => mine.create({ content: `body ${at % 2}` }, key)),
    );
    const good = answers.filter(({ status }) => status === 201);
    expect(good).toHaveLength(10);
    expect(new Set(good.map(({ text }) => text)).size).toBe(1);
    expect(answers.filter(({ json }) => json.code === "idempotency-mismatch")).toHaveLength(10);
    expect(posts()).toHaveLength(1);
  });
});

describe("a call that failed", () => {
  it("does not use up its key when its body was refused, by us or by Memoram", async () => {
    const key = newKey();
    expect(codeOf(await mine.create({ content: "" }, key))).toEqual([422, "validation-failed"]);
    expect(codeOf(await mine.create("{", { ...key, "content-type": "application/json" }))[0]).toBe(
      400,
    );
    for (const status of [400, 409, 413, 422]) {
      sandbox.control.fail({ ...post, times: 1, fault: { status } });
      expect((await mine.create({ content: `refused ${status}` }, key)).status).toBeGreaterThan(
        400,
      );
    }
    memoryIn(await mine.create({ content: "good" }, key), 201);
  });

  it("does not use up its key when Memoram was not asked or said not now", async () => {
    const key = newKey();
    sandbox.control.fail({ ...post, times: 1, fault: { status: 429 } });
    expect(codeOf(await mine.create({ content: "a" }, key))).toEqual([429, "memoram-rate-limited"]);
    sandbox.control.fail({ ...post, times: 2, fault: { status: 401 } });
    expect(codeOf(await mine.create({ content: "b" }, key))).toEqual([502, "memoram-credentials"]);
    await db().connection.update({
      where: { userId: person.userId },
      data: { status: "rejected" },
    });
    expect(codeOf(await mine.create({ content: "c" }, key))).toEqual([403, "access-rejected"]);
    await db().connection.update({
      where: { userId: person.userId },
      data: { status: "approved" },
    });
    memoryIn(await mine.create({ content: "d" }, key), 201);
  });

  it.each<[string, Fault]>([
    ["reset", { reset: true }],
    ["500", { status: 500 }],
    ["HTML", { html: true }],
    ["a lost answer", { lostAnswer: true }],
  ])(
    "stays bound to its body when it is in doubt (%s), and may be tried again",
    async (_, fault) => {
      const key = newKey();
      sandbox.control.fail({ ...post, times: 1, fault });
      expect((await mine.create({ content: "doubt" }, key)).status).toBeGreaterThanOrEqual(500);
      expect(codeOf(await mine.create({ content: "other" }, key))).toEqual([
        422,
        "idempotency-mismatch",
      ]);
      // As if ten seconds had gone by.
      const sentAt = new Date(Date.now() - 11_000);
      await db().idempotencyRecord.updateMany({
        where: { sentAt: { not: null } },
        data: { sentAt },
      });
      memoryIn(await mine.create({ content: "doubt" }, key), 201);
    },
  );

  it("is not repeated by itself", async () => {
    sandbox.control.fail({ ...post, fault: { status: 503 } });
    expect(codeOf(await mine.create({ content: "x" }))).toEqual([503, "memoram-unavailable"]);
    expect(posts()).toHaveLength(1);
  });
});

describe("what is kept", () => {
  it("is sealed: neither the memory nor the body can be read or confirmed from it", async () => {
    const key = newKey();
    const body = { content: "a very private sentence", title: "a private title" };
    memoryIn(await mine.create(body, key), 201);
    const kept = await record(key);
    expect(kept?.outcome).toMatch(/^[\w-]+(\.[\w-]*){4}$/);
    const dump = JSON.stringify(kept);
    expect(dump).not.toContain("private");
    expect(dump).not.toContain(Buffer.from("private").toString("base64url").slice(0, 8));
  });

  it("opens for nobody else: an outcome moved to another person is an error, not an answer", async () => {
    const key = newKey();
    memoryIn(await theirs.create({ content: "c" }, key), 201);
    memoryIn(await mine.create({ content: "c" }, key), 201);
    const foreign = await db().idempotencyRecord.findFirstOrThrow({
      where: { key: key["idempotency-key"], userId: { not: person.userId } },
    });
    await db().idempotencyRecord.update({
      where: { userId_key: { userId: person.userId, key: foreign.key } },
      data: { outcome: foreign.outcome },
    });
    expect(codeOf(await mine.create({ content: "c" }, key))).toEqual([500, "internal"]);
  });

  it("is kept for 24 hours and not for longer", async () => {
    const key = newKey();
    const first = await mine.create({ content: "c" }, key);
    const aged = async (hours: number) => {
      await db().idempotencyRecord.update({
        where: { userId_key: { userId: person.userId, key: key["idempotency-key"] } },
        data: { createdAt: new Date(Date.now() - hours * 3_600_000) },
      });
    };
    await aged(23.9);
    expect((await mine.create({ content: "c" }, key)).text).toBe(first.text);
    await aged(24.1);
    const second = await mine.create({ content: "another body" }, key);
    expect(memoryIn(second, 201).id).not.toBe(first.json.id);
    expect((await mine.create({ content: "another body" }, key)).text).toBe(second.text);
  });

  it("of a call that crashed binds its key and lets the same body through", async () => {
    const key = newKey();
    const first = await mine.create({ content: "c" }, key);
    await db().idempotencyRecord.update({
      where: { userId_key: { userId: person.userId, key: key["idempotency-key"] } },
      data: { outcome: null },
    });
    const lease = { key: `create:${person.userId}:${key["idempotency-key"]}`, holder: "crashed" };
    await db().lease.create({ data: { ...lease, until: new Date(Date.now() + 1_000) } });
    expect(codeOf(await mine.create({ content: "d" }, key))).toEqual([422, "idempotency-mismatch"]);
    const second = await mine.create({ content: "c" }, key);
    expect(memoryIn(second, 201).id).not.toBe(first.json.id);
  });
});

it.each(["", "k".repeat(256), "two words", "caf\u00e9", "a\tb"])("%j is no key", async (value) => {
  const answer = await mine.create({ content: "c" }, { "idempotency-key": value });
  expect(codeOf(answer)).toEqual([422, "validation-failed"]);
  expect(answer.json.errors).toEqual([{ path: "Idempotency-Key", message: expect.any(String) }]);
  expect(posts()).toEqual([]);
});

it("takes every visible character in a key of 255", async () => {
  const visible = Array.from({ length: 94 }, (_, at) => String.fromCharCode(33 + at)).join("");
  const key = { "idempotency-key": visible.repeat(3).slice(0, 255) };
  const first = await mine.create({ content: "c" }, key);
  memoryIn(first, 201);
  expect((await mine.create({ content: "c" }, key)).text).toBe(first.text);
});
