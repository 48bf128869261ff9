import { afterAll, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { db } from "@/lib/db/client";
import { takeLease } from "@/lib/db/leases";
import { verifyActivity } from "@/lib/services/activity/verify";
import { authorize } from "@/lib/services/connection/authorize";
import { memoryLease } from "@/lib/services/memories/alone";
import { subjectHash, takeForPerson } from "@/lib/services/rate-limits/take";
import { memoram } from "@/lib/services/runtime";
import { connectionApi, tokensOf } from "@/scripts/test/connection-api";
import { dumpDatabase } from "@/scripts/test/dump";
import {
  call,
  connectedPerson,
  emptyDatabase,
  newPerson,
  startHarness,
} from "@/scripts/test/harness";
import { codeOf, memoriesOf, memoryIn } from "@/scripts/test/memories";
import { workspaceOf } from "@/scripts/test/workspace";
import type { RunningSandbox } from "../../../sandbox/start";
import * as connection from "../connection/route";
import * as route from "./route";

let sandbox: RunningSandbox;
beforeAll(async () => {
  sandbox = await startHarness();
});
beforeEach(async () => {
  sandbox.control.reset();
  await emptyDatabase();
});
afterAll(() => sandbox.close());

const confirm = { confirm: "delete my account" };
const remove = (
  { cookie }: { cookie: string },
  body: unknown = confirm,
  options: { sameSite?: boolean } = {},
) => call(route.DELETE, "/api/account", { cookie, method: "DELETE", body, ...options });

/** A person of whom something lies in every table, and what none of them may hold afterwards. */
async function fullPerson(slug: string) {
  const person = await connectedPerson(sandbox, slug);
  const { userId } = person;
  const mine = memoriesOf(person);
  const kept = workspaceOf(person);
  const mark = `mark-of-${slug}`;
  await db().user.update({
    where: { id: userId },
    data: { name: `${mark} name`, email: `${mark}@example.test`, image: `http://x/${mark}` },
  });
  await db().account.create({
    data: { userId, provider: "github", providerAccountId: `${mark}-4711`, type: "oauth" },
  });
  const edited = memoryIn(await mine.create({ content: "a" }, { "idempotency-key": mark }), 201);
  await mine.patch(edited.id, { content: "b" });
  const gone = memoryIn(await mine.create({ content: "c" }), 201);
  await mine.remove(gone.id);
  const back = memoryIn(await kept.restore(gone.id), 201);
  await mine.remove(edited.id);
  await kept.prefer({ trash: true });
  await kept.begin({ from: ["work"], to: "labour" });
  // As a crash leaves them.
  await takeLease(memoryLease(person.memoram.id, edited.id), "holder", 60_000);
  await takeLease(`ask:${userId}`, "holder", 60_000);
  await db().activityIntent.create({
    data: { id: mark, userId, kind: "edit", memoryId: back.id, begunAt: new Date() },
  });
  const row = await db().connection.findUniqueOrThrow({ where: { userId } });
  const session = await db().session.findFirstOrThrow({ where: { userId } });
  const traces = [
    ...[userId, mark, edited.id, gone.id, back.id, person.requestId, session.id],
    ...[person.memoram.id, person.memoram.memoryKey, session.sessionToken],
    ...[row.memoryKey, row.encryptionKey, row.userTokens, subjectHash("person", userId)],
  ].filter((trace) => trace !== null);
  return { ...person, edited, traces };
}

const tracesIn = (dump: string, traces: string[]) => traces.filter((trace) => dump.includes(trace));

it("erases everything of a person, and nothing of anybody else", async () => {
  const other = await fullPerson("noor");
  const person = await fullPerson("wanjiru");
  const before = await dumpDatabase();
  // The dump would show each of them: the memory key lies there sealed only.
  const visible = person.traces.filter((trace) => trace !== person.memoram.memoryKey);
  expect(tracesIn(before, visible)).toEqual(visible);
  const empty = ["_keepsake_migration_lease", "DeveloperToken", "ForgottenRequest", "RateLimit"];
  const tables = new Set(before.split("\n").map((line) => line.split(" ")[0]));
  for (const { name } of await db().$queryRaw<{ name: string }[]>`
    SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'
      AND tablename <> '_prisma_migrations'`) {
    if (!empty.includes(name)) expect(tables).toContain(name);
  }
  sandbox.control.clearCalls();

  const answer = await remove(person);
  expect([answer.status, answer.text]).toEqual([204, ""]);
  const after = await dumpDatabase();
  expect(tracesIn(after, person.traces)).toEqual([]);
  expect(await db().forgottenRequest.count()).toBe(1);
  // Nothing was asked of Memoram, where all is as it was.
  expect(sandbox.control.calls()).toEqual([]);
  expect(sandbox.control.getBlob((await firstOf(other)).id)).not.toBeNull();

  const theirs = before.split("\n").filter((line) => line.includes(other.userId));
  for (const line of theirs) expect(after).toContain(line);
  for await (const broken of verifyActivity()) expect(broken).toBeNull();
});

async function firstOf(person: { cookie: string }) {
  return (await memoriesOf(person).list("?limit=1")).json.items[0];
}

it("ends every session and takes the cookies away", async () => {
  const person = await fullPerson("wanjiru");
  const answer = await remove(person);
  const cookies = answer.headers.getSetCookie();
  expect(cookies.some((line) => /^next-auth\.session-token=;.*Max-Age=0/.test(line))).toBe(true);
  expect(cookies.some((line) => /^next-auth\.callback-url=;.*Max-Age=0/.test(line))).toBe(true);
  expect((await call(connection.GET, "/api/connection", person)).status).toBe(401);
  expect(codeOf(await remove(person))).toEqual([401, "unauthenticated"]);
});

it.each([
  ["no body", undefined],
  ["an empty one", {}],
  ["another word", { confirm: "yes" }],
  ["more than that", { ...confirm, now: true }],
])("does nothing for %s", async (_, body) => {
  const person = await newPerson();
  expect((await remove(person, body ?? "")).status).toBeGreaterThanOrEqual(400);
  expect(await db().user.count()).toBe(1);
});

it("does nothing for another site", async () => {
  const person = await newPerson();
  const answer = await remove(person, confirm, { sameSite: false });
  expect(codeOf(answer)).toEqual([403, "cross-site"]);
  expect(await db().user.count()).toBe(1);
});

it("leaves nothing behind when much is under way, and waits for nobody for ever", async () => {
  const person = await connectedPerson(sandbox, "noor");
  const mine = memoriesOf(person);
  const kept = workspaceOf(person);
  const { items } = (await mine.list("?limit=12")).json;
  const work = items.flatMap(({ id }: { id: string }, at: number) => [
    mine.patch(id, { title: `t${at}` }),
    mine.create({ content: `c${at}` }, { "idempotency-key": `k${at}` }),
    at % 3 === 0 ? mine.remove(id) : kept.begin({ from: [`a${at}`], to: "b" }),
  ]);
  const [answer] = await Promise.all([remove(person), ...work]);
  expect(answer.status).toBe(204);
  const traces = [person.userId, subjectHash("person", person.userId)];
  expect(tracesIn(await dumpDatabase(), traces)).toEqual([]);
});

it("leaves nothing behind of a change that fails only after it", async () => {
  const person = await connectedPerson(sandbox, "noor");
  const mine = memoriesOf(person);
  const [{ id }] = (await mine.list("?limit=1")).json.items;
  const patch = { method: "PATCH", path: `/memory-blobs/${id}`, times: 1 };
  sandbox.control.fail({ ...patch, fault: { delayMs: 7_000 } });
  const changing = mine.patch(id, { title: "t" });
  const isSent = () => sandbox.control.calls().some(({ method }) => method === "PATCH");
  await vi.waitFor(() => expect(isSent()).toBe(true), { timeout: 5_000, interval: 20 });
  expect((await remove(person)).status).toBe(204);
  expect(codeOf(await changing)[1]).toBe("memoram-timeout");
  const traces = [person.userId, id, person.memoram.id];
  expect(tracesIn(await dumpDatabase(), traces)).toEqual([]);
});

it("counts no call any more that was let in before", async () => {
  const { userId, ...person } = await newPerson();
  await takeForPerson("person", userId);
  expect((await remove(person)).status).toBe(204);
  const late = expect.objectContaining({ code: "unauthenticated" });
  await expect(takeForPerson("personWrites", userId)).rejects.toEqual(late);
  expect(await dumpDatabase()).not.toContain(subjectHash("person", userId));
});

it("lets the person begin anew with the access that they granted before", async () => {
  const person = await fullPerson("wanjiru");
  await remove(person);
  const again = await newPerson();
  const row = await authorize(again.userId, tokensOf(person.memoram));
  expect([row?.status, row?.accessRequestId]).toEqual(["approved", person.requestId]);
  expect((await workspaceOf(again).trash()).json.items).toEqual([]);
});

it("knows the access of a deleted account by a secret that was in use before", async () => {
  const person = await connectedPerson(sandbox, "wanjiru");
  await remove(person);
  const wasForgotten = async (past: string) => {
    vi.stubEnv("NEXTAUTH_PAST_SECRETS", past);
    vi.resetModules();
    const requests = await import("@/lib/db/forgotten-requests");
    return requests.wasForgotten(person.requestId);
  };
  const secret = process.env.NEXTAUTH_SECRET ?? "";
  vi.stubEnv("NEXTAUTH_SECRET", "the-secret-of-today-and-of-good-length");
  try {
    expect(await wasForgotten(`another-secret-of-long-ago-and-length ${secret}`)).toBe(true);
    expect(await wasForgotten("another-secret-of-long-ago-and-length")).toBe(false);
  } finally {
    vi.unstubAllEnvs();
    vi.resetModules();
  }
});

it("does not hand the access of a deleted account to a stranger who pastes the key", async () => {
  const person = await connectedPerson(sandbox, "wanjiru");
  await remove(person);
  const stranger = await newPerson();
  // A Memoram that takes the old request up again under the new reason, and does not list it.
  const { accessRequests } = memoram();
  const create = vi
    .spyOn(accessRequests, "create")
    .mockImplementation(async (memoryKey, reason) => ({
      ...(await accessRequests.read(person.requestId)),
      ...{ memoryKey, reason, status: "pending" },
    }));
  const list = vi.spyOn(accessRequests, "list").mockResolvedValue([]);
  const answer = await connectionApi(stranger).paste(person.memoram.memoryKey);
  expect(create).toHaveBeenCalledTimes(1);
  create.mockRestore();
  list.mockRestore();
  expect(codeOf(answer)).toEqual([422, "validation-failed"]);
  expect(await db().connection.count({ where: { userId: stranger.userId } })).toBe(0);
});
