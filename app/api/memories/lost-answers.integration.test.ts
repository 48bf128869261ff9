import { setTimeout as sleep } from "node:timers/promises";
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

/** Memoram is no longer at work on anything that was sent. */
const tenSecondsLater = () =>
  db().idempotencyRecord.updateMany({ data: { sentAt: new Date(Date.now() - 11_000) } });

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
  expect(await record()).toMatchObject({ sentAt: null, contentMarks: [] });
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
  await tenSecondsLater();
  const second = memoryIn(await mine.create(body, key), 201);
  expect(second.id).not.toBe(twin.id);
  expect(await made()).toBe(2);
});

it.each<[number, string]>([
  [500, "memoram-unavailable"],
  [429, "memoram-rate-limited"],
  [401, "memoram-credentials"],
  [418, "memoram-bad-response"],
])("writes nothing while looking is answered %i, and does not forget", async (status, code) => {
  sandbox.control.fail({ ...post, times: 1, fault: { lostAnswer: true } });
  await mine.create(body, key);
  sandbox.control.fail({ method: "GET", path: "/memory-blobs", fault: { status } });
  expect(codeOf(await mine.create(body, key))[1]).toBe(code);
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

it("does not forget the first when the second is refused", async () => {
  sandbox.control.fail({ ...post, times: 1, fault: { lostAnswer: true } });
  await mine.create(body, key);
  const [blob] = await blobs();
  await tenSecondsLater();
  // As if Memoram had not listed it yet.
  sandbox.control.fail({
    method: "GET",
    path: "/memory-blobs",
    times: 1,
    fault: { status: 200, body: { memoryBlobs: [], next_cursor: null } },
  });
  sandbox.control.fail({ ...post, times: 1, fault: { status: 429 } });
  expect(codeOf(await mine.create(body, key))[1]).toBe("memoram-rate-limited");
  expect(memoryIn(await mine.create(body, key), 201).id).toBe(blob?.id);
  expect(await made()).toBe(1);
});

it.each<[string, string, Fault]>([
  ["is merely slow", "memoram-timeout", { delayMs: 7_000 }],
  ["goes on though its connection was cut", "memoram-unavailable", { handledAfterMs: 2_000 }],
  [
    "goes on though a gateway gave it up",
    "memoram-unavailable",
    { handledAfterMs: 2_000, status: 504 },
  ],
])("waits for a write that %s", async (_, code, fault) => {
  sandbox.control.fail({ ...post, times: 1, fault });
  expect(codeOf(await mine.create(body, key))[1]).toBe(code);
  const again = memoryIn(await mine.create(body, key), 201);
  await sleep(2_500);
  const [blob] = await blobs();
  expect([await made(), again.id]).toEqual([1, blob?.id]);
});

it("waits since it was sent, not since our own token was asked for", async () => {
  sandbox.control.fail({ ...post, times: 1, fault: { status: 401 } });
  sandbox.control.fail({ path: "/auth/token", times: 1, fault: { delayMs: 4_000 } });
  sandbox.control.fail({ ...post, times: 1, fault: { delayMs: 9_000 } });
  expect(codeOf(await mine.create(body, key))[1]).toBe("memoram-timeout");
  memoryIn(await mine.create(body, key), 201);
  await sleep(5_000);
  expect(await made()).toBe(1);
});

it("goes on looking where it ran out of time", async () => {
  sandbox.control.fail({ ...post, times: 1, fault: { reset: true } });
  await mine.create(body, key);
  for (let at = 0; at < 230; at += 1) {
    await sandbox.control.putBlob(person.memoram.id, { content: `between ${at}` });
  }
  before = (await blobs()).length;
  const slow = { method: "GET", path: "/memory-blobs", fault: { delayMs: 2_500 } };
  sandbox.control.fail(slow);
  sandbox.control.clearCalls();
  expect(codeOf(await mine.create(body, key))[1]).toBe("memoram-timeout");
  let [calls, answer] = [1, await mine.create(body, key)];
  for (; answer.status !== 201 && calls < 6; calls += 1) answer = await mine.create(body, key);
  memoryIn(answer, 201);
  // Every call looks at the first page, where it most likely is, and each other page is seen once.
  const looks = sandbox.control.calls().filter(({ method }) => method === "GET").length;
  expect(looks).toBeLessThanOrEqual(Math.ceil(before / 50) + calls + 1);
  expect(await made()).toBe(1);
}, 90_000);

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
  expect(kept?.contentMarks[0]).toMatch(/^[\w-]{43}$/);
  expect(JSON.stringify(kept)).not.toContain(blob?.content);
});
