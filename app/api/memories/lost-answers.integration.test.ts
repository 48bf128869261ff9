import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { connectedPerson, startHarness } from "@/scripts/test/harness";
import { codeOf, memoriesOf, memoryIn } from "@/scripts/test/memories";
import type { Fault } from "../../../sandbox/control/faults";

let sandbox: Awaited<ReturnType<typeof startHarness>>;
let person: Awaited<ReturnType<typeof connectedPerson>>;
let mine: ReturnType<typeof memoriesOf>;
beforeAll(async () => {
  sandbox = await startHarness();
  person = await connectedPerson(sandbox, "tomas");
  mine = memoriesOf(person);
});
afterAll(() => sandbox.close());
let before = 0;
beforeEach(async () => {
  sandbox.control.clearFaults();
  await db().idempotencyRecord.deleteMany();
  before = (await blobs()).length;
});

const key = { "idempotency-key": "the-same" };
const post = { method: "POST", path: "/memory-blobs" };
const blobs = () => sandbox.control.blobs(person.memoram.id);
const made = async () => (await blobs()).length - before;
const record = () =>
  db().idempotencyRecord.findUnique({
    where: { userId_key: { userId: person.userId, key: "the-same" } },
  });

const body = { content: "only once", title: "t", tags: ["a", "b"], importance: 0.5 };

it.each<[string, Fault]>([
  ["was lost", { lostAnswer: true }],
  ["broke off", { truncate: true }],
])("finds the memory whose answer %s, and makes no second one", async (_, fault) => {
  sandbox.control.fail({ ...post, times: 1, fault });
  expect(codeOf(await mine.create(body, key))[1]).toBe("memoram-unavailable");
  const [blob] = await blobs();
  const again = await mine.create(body, key);
  expect(memoryIn(again, 201)).toMatchObject({ ...body, id: blob?.id, contentState: "decrypted" });
  expect((await mine.create(body, key)).text).toBe(again.text);
  expect(again.headers.get("etag")).toBe((await mine.read(blob?.id ?? "")).headers.get("etag"));
  expect(await made()).toBe(1);
  expect(await record()).toMatchObject({ writingAt: null, contentMark: null });
});

it("finds it also when thirty ask again at once", async () => {
  sandbox.control.fail({ ...post, times: 1, fault: { lostAnswer: true } });
  await mine.create(body, key);
  const answers = await Promise.all(Array.from({ length: 30 }, () => mine.create(body, key)));
  expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
  expect(await made()).toBe(1);
});

it("finds it behind many that came later", async () => {
  sandbox.control.fail({ ...post, times: 1, fault: { lostAnswer: true } });
  await mine.create(body, key);
  for (let at = 0; at < 120; at += 1) {
    await sandbox.control.putBlob(person.memoram.id, { content: `later ${at}` });
  }
  memoryIn(await mine.create(body, key), 201);
  expect(await made()).toBe(121);
});

it("takes no other memory for it, with the same words or not", async () => {
  const twin = memoryIn(await mine.create(body, { "idempotency-key": "another" }), 201);
  sandbox.control.fail({ ...post, times: 1, fault: { reset: true } });
  expect(codeOf(await mine.create(body, key))[1]).toBe("memoram-unavailable");
  const second = memoryIn(await mine.create(body, key), 201);
  expect(second.id).not.toBe(twin.id);
  expect(await made()).toBe(2);
});

it("writes nothing while it cannot look", async () => {
  sandbox.control.fail({ ...post, times: 1, fault: { lostAnswer: true } });
  await mine.create(body, key);
  sandbox.control.fail({ method: "GET", path: "/memory-blobs", fault: { status: 500 } });
  expect(codeOf(await mine.create(body, key))).toEqual([503, "memoram-unavailable"]);
  expect(await made()).toBe(1);
  sandbox.control.clearFaults();
  memoryIn(await mine.create(body, key), 201);
  expect(await made()).toBe(1);
});

it.each<[string, Fault]>([
  ["refuses for now", { status: 429 }],
  ["takes nothing", { status: 422 }],
])("is not forgotten when Memoram %s while it is looked for", async (_, fault) => {
  sandbox.control.fail({ ...post, times: 1, fault: { lostAnswer: true } });
  await mine.create(body, key);
  sandbox.control.fail({ method: "GET", path: "/memory-blobs", fault });
  expect((await mine.create(body, key)).status).toBeGreaterThanOrEqual(400);
  expect(codeOf(await mine.create({ content: "other" }, key))[1]).toBe("idempotency-mismatch");
  sandbox.control.clearFaults();
  memoryIn(await mine.create(body, key), 201);
  expect(await made()).toBe(1);
});

it("is freed by a refusal, with nothing left to look for", async () => {
  sandbox.control.fail({ ...post, times: 1, fault: { status: 422 } });
  expect((await mine.create(body, key)).status).toBe(422);
  expect(await record()).toBeNull();
  sandbox.control.clearCalls();
  memoryIn(await mine.create(body, key), 201);
  expect(sandbox.control.calls().filter(({ method }) => method === "GET")).toEqual([]);
});

it("keeps no content: what it looks by can neither be read nor confirmed", async () => {
  sandbox.control.fail({ ...post, times: 1, fault: { lostAnswer: true } });
  await mine.create(body, key);
  const [blob] = await blobs();
  const kept = await record();
  expect(kept?.contentMark).toMatch(/^[\w-]{43}$/);
  expect(JSON.stringify(kept)).not.toContain(blob?.content);
});
