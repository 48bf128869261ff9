import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { TRASH_DAYS } from "@/lib/contract/trash";
import { db } from "@/lib/db/client";
import { connectionApi, letLookAgain, sandboxPerson } from "@/scripts/test/connection-api";
import {
  call,
  connectedPerson,
  emptyDatabase,
  newPerson,
  startHarness,
} from "@/scripts/test/harness";
import { codeOf, memoriesOf, memoryIn } from "@/scripts/test/memories";
import { ageTrash, workspaceOf } from "@/scripts/test/workspace";
import type { RunningSandbox } from "../../../sandbox/start";
import * as route from "./export/route";

let sandbox: RunningSandbox;
beforeAll(async () => {
  sandbox = await startHarness();
});
beforeEach(async () => {
  sandbox.control.reset();
  await emptyDatabase();
});
afterAll(() => sandbox.close());

const download = ({ cookie }: { cookie: string }) =>
  call(route.GET, "/api/account/export", { cookie });

/** A person of whom something lies in every table. */
async function fullPerson() {
  const person = await connectedPerson(sandbox, "wanjiru");
  const mine = memoriesOf(person);
  const kept = workspaceOf(person);
  await db().user.update({
    where: { id: person.userId },
    data: { name: "Wanjiru", email: "wanjiru@example.test" },
  });
  await db().account.create({
    data: { userId: person.userId, provider: "github", providerAccountId: "4711", type: "oauth" },
  });
  const edited = memoryIn(
    await mine.create({ content: "first words" }, { "idempotency-key": "k" }),
    201,
  );
  await mine.patch(edited.id, { content: "second words", title: "A title" });
  const gone = memoryIn(await mine.create({ content: "words of the deleted" }), 201);
  await mine.remove(gone.id);
  await kept.prefer({ trash: true });
  await kept.begin({ from: ["work"], to: "labour" });
  return { ...person, edited, gone };
}

it("holds everything that is kept of a person, opened, and no secret", async () => {
  const person = await fullPerson();
  const answer = await download(person);
  expect(answer.status).toBe(200);
  expect(answer.headers.get("content-type")).toBe("application/json");
  expect(answer.headers.get("content-disposition")).toBe('attachment; filename="keepsake.json"');
  expect(answer.headers.get("cache-control")).toBe("no-store");
  const { json, text } = answer;
  expect(json).toMatchObject({
    format: "keepsake-export-1",
    profile: { id: person.userId, name: "Wanjiru", email: "wanjiru@example.test" },
    accounts: [{ provider: "github", providerAccountId: "4711" }],
    sessions: [{ current: true }],
    connection: { status: "approved", accessRequestId: person.requestId, provenance: "oauth" },
    accessRequests: [{ id: person.requestId }],
    preferences: { trash: true },
    tagOperations: [{ from: ["work"], to: "labour" }],
    trash: [{ memoryId: person.gone.id, memory: { content: "words of the deleted" } }],
    history: [{ memoryId: person.edited.id, memory: { content: "first words" } }],
    complete: true,
  });
  expect(json.repeatableCalls).toHaveLength(1);
  const kinds = json.activity.map(({ kind }: { kind: string }) => kind);
  expect(kinds).toEqual([
    "connect",
    "ask",
    "approve",
    "create",
    "edit",
    "create",
    "delete",
    "export",
  ]);
  const held = "stored encrypted, and left out of this file";
  expect(json.connection).toMatchObject({ memoryKey: held, userTokens: held, encryptionKey: held });

  const row = await db().connection.findUniqueOrThrow({ where: { userId: person.userId } });
  const { sessionToken } = await db().session.findFirstOrThrow();
  const secrets = [
    ...[row.memoryKey, row.encryptionKey, row.userTokens, sessionToken, person.token],
    ...[person.memoram.memoryKey, "access-token"],
  ];
  for (const secret of secrets) expect(text).not.toContain(secret);
});

it("holds every row where there are many, in its order", async () => {
  const person = await connectedPerson(sandbox, "tomas");
  const mine = memoriesOf(person);
  const { id } = memoryIn(await mine.create({ content: "to be copied" }), 201);
  await mine.patch(id, { content: "changed" });
  await mine.remove(id);
  await db().$executeRaw`
    INSERT INTO "TrashedMemory" ("userId", "memoramUserId", "memoryId", "copy", "confirmed", "deletedAt")
    SELECT "userId", "memoramUserId", 'copy-' || n, "copy", true, "deletedAt"
    FROM "TrashedMemory", generate_series(1, 149) n`;
  await db().$executeRaw`
    INSERT INTO "MemoryVersion" ("id", "userId", "memoramUserId", "memoryId", "copy", "replacedAt")
    SELECT 'copy-' || n, "userId", "memoramUserId", "memoryId", "copy", "replacedAt"
    FROM "MemoryVersion", generate_series(1, 100) n`;
  const { json } = await download(person);
  const ids = (rows: { memoryId: string }[]) => new Set(rows.map(({ memoryId }) => memoryId));
  expect([json.trash.length, ids(json.trash).size]).toEqual([150, 150]);
  expect(json.history).toHaveLength(101);
});

const words = ["first words", "words of the deleted", "labour"];

/** That an export names everything that was kept of memories, and opens none of it. */
async function expectClosed(person: Awaited<ReturnType<typeof fullPerson>>, notOpened: string) {
  const { json, text } = await download(person);
  const closed = { held: true, notOpened };
  expect(json).toMatchObject({
    trash: [{ memoryId: person.gone.id, deletedAt: expect.any(String), ...closed }],
    history: [{ memoryId: person.edited.id, replacedAt: expect.any(String), ...closed }],
    tagOperations: [{ createdAt: expect.any(String), ...closed }],
    complete: true,
  });
  for (const word of words) expect(text).not.toContain(word);
}

it("opens nothing for a person whose access was revoked, known here or not yet", async () => {
  const person = await fullPerson();
  await sandbox.control.decide(person.requestId, "revoked");
  await letLookAgain(person.userId);
  await expectClosed(person, "access-revoked");
  await expectClosed(person, "access-revoked");
  const { ask } = connectionApi(person);
  expect((await ask()).status).toBe(200);
  await expectClosed(person, "access-pending");
});

it("opens nothing of a pasted key's memories once that is revoked", async () => {
  const visitor = await newPerson();
  const api = connectionApi(visitor);
  const memoram = await sandboxPerson(sandbox, "wanjiru");
  const { requestId } = (await api.paste(memoram.memoryKey)).json;
  await sandbox.control.decide(requestId, "approved");
  await letLookAgain(visitor.userId);
  await api.look();
  const mine = memoriesOf(visitor);
  const { id } = memoryIn(await mine.create({ content: "words of the deleted" }), 201);
  await mine.patch(id, { content: "second words" });
  await mine.remove(id);
  expect((await download(visitor)).text).toContain("words of the deleted");
  await sandbox.control.decide(requestId, "revoked");
  await letLookAgain(visitor.userId);
  const { json, text } = await download(visitor);
  const closed = { memoryId: id, held: true, notOpened: "access-revoked" };
  expect(json).toMatchObject({ connection: { provenance: "pasted" }, trash: [closed] });
  expect(json.history).toMatchObject([closed]);
  expect(text).not.toContain("words");
});

it("opens nothing of what was kept as another user of Memoram", async () => {
  const person = await fullPerson();
  const { id: memoramUserId } = await sandboxPerson(sandbox, "tomas");
  await db().connection.update({ where: { userId: person.userId }, data: { memoramUserId } });
  await expectClosed(person, "another-memoram-user");
});

it("holds nothing of memories after a disconnect, and would open nothing", async () => {
  const person = await fullPerson();
  const { memoramUserId } = await db().trashedMemory.findFirstOrThrow();
  await connectionApi(person).disconnect();
  const { userId } = person;
  // As a copy would lie there that a disconnect had left behind.
  const late = { userId, memoramUserId, copy: "late", memoryId: "late", confirmed: true };
  expect((await download(person)).json).toMatchObject({ trash: [], history: [] });
  await db().trashedMemory.create({ data: { ...late, deletedAt: new Date() } });
  const { json } = await download(person);
  expect(json.trash).toMatchObject([{ memoryId: "late", held: true, notOpened: "not-connected" }]);
});

it("opens nothing whose time in the trash is over, nor its history", async () => {
  const person = await fullPerson();
  const mine = memoriesOf(person);
  await mine.remove(person.edited.id);
  await ageTrash(person.userId, TRASH_DAYS * 86_400_000);
  const { json, text } = await download(person);
  const closed = { held: true, notOpened: "expired" };
  expect(json.trash).toMatchObject([closed, closed]);
  expect(json.history).toMatchObject([{ memoryId: person.edited.id, ...closed }]);
  for (const word of words.slice(0, 2)) expect(text).not.toContain(word);
});

it("names a copy that no longer opens, and goes on", async () => {
  const person = await fullPerson();
  await db().trashedMemory.updateMany({ data: { copy: "damaged" } });
  const { json } = await download(person);
  expect(json.trash).toMatchObject([{ memoryId: person.gone.id, unreadable: true }]);
  expect(json.history[0].memory.content).toBe("first words");
  expect(json.complete).toBe(true);
});

it("is nobody else's, needs no connection, and is refused without a session", async () => {
  const [person, other] = [await fullPerson(), await newPerson()];
  const { status, text, json } = await download(other);
  expect(status).toBe(200);
  expect(json).toMatchObject({ connection: null, trash: [], history: [], complete: true });
  for (const theirs of [person.userId, "Wanjiru", person.gone.id]) {
    expect(text).not.toContain(theirs);
  }
  expect(codeOf(await call(route.GET, "/api/account/export"))).toEqual([401, "unauthenticated"]);
});

it("breaks off when it fails on the way, so that no part is taken for all of it", async () => {
  const person = await fullPerson();
  await db().$executeRaw`ALTER TABLE "MemoryVersion" RENAME TO "Hidden"`;
  try {
    await expect(download(person)).rejects.toThrow();
  } finally {
    await db().$executeRaw`ALTER TABLE "Hidden" RENAME TO "MemoryVersion"`;
  }
});

it("is not begun, nor recorded, by a link on another site", async () => {
  const { cookie, userId } = await fullPerson();
  const from = (site: string) =>
    call(route.GET, "/api/account/export", { cookie, headers: { "sec-fetch-site": site } });
  const recorded = () => db().activity.count({ where: { userId, kind: "export" } });
  for (const site of ["cross-site", "same-site"]) {
    expect(codeOf(await from(site))).toEqual([403, "cross-site"]);
  }
  expect(await recorded()).toBe(0);
  for (const site of ["same-origin", "none"]) expect((await from(site)).status).toBe(200);
  expect(await recorded()).toBe(2);
});
