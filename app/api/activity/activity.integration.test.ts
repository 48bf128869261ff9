import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import * as authRoute from "@/app/api/auth/[...nextauth]/route";
import * as one from "@/app/api/memories/[id]/route";
import * as trash from "@/app/api/trash/[id]/restore/route";
import * as erase from "@/app/api/trash/[id]/route";
import { type ActivityPage, activityPageSchema } from "@/lib/contract/activity";
import { db } from "@/lib/db/client";
import { verifyActivity } from "@/lib/services/activity/verify";
import { expire } from "@/lib/services/expire";
import { Browser } from "@/scripts/test/browserless-sign-in";
import {
  call,
  connectedPerson,
  emptyDatabase,
  newPerson,
  origin,
  startHarness,
} from "@/scripts/test/harness";
import { codeOf, memoriesOf, memoryIn } from "@/scripts/test/memories";
import { approved, signedIn } from "@/scripts/test/signed-in";
import { workspaceOf } from "@/scripts/test/workspace";
import type { RunningSandbox } from "../../../sandbox/start";
import * as activity from "./route";

let sandbox: RunningSandbox;
beforeAll(async () => {
  sandbox = await startHarness();
});
beforeEach(async () => {
  sandbox.control.reset();
  await emptyDatabase();
});
afterAll(() => sandbox.close());

type Person = { cookie: string };

const ask = ({ cookie }: Person, search = "") =>
  call(activity.GET, `/api/activity${search}`, { cookie });

async function read(person: Person, search = ""): Promise<ActivityPage> {
  const answer = await ask(person, search);
  expect(answer.status).toBe(200);
  return activityPageSchema.strict().parse(answer.json);
}

/** What was recorded, the earliest first. */
async function kinds(person: Person): Promise<string[]> {
  return (await read(person)).items.map(({ kind }) => kind).toReversed();
}

async function expectWhole(): Promise<void> {
  for await (const broken of verifyActivity()) expect(broken).toBeNull();
}

/** A connected person, from whom on only what they do next counts. */
async function personAtWork(slug = "wanjiru") {
  const person = await connectedPerson(sandbox, slug);
  const before = (await kinds(person)).length;
  return {
    ...person,
    ...memoriesOf(person),
    ...workspaceOf(person),
    since: async () => (await kinds(person)).slice(before),
  };
}

describe("each of these is recorded", () => {
  it("signing in and out", async () => {
    const browser = new Browser(authRoute, origin);
    await browser.signIn(sandbox, "tomas");
    const { userId } = await db().session.findFirstOrThrow();
    await browser.signOut();
    expect(await db().session.count()).toBe(0);
    const rows = await db().activity.findMany({ where: { userId }, orderBy: { seq: "asc" } });
    expect(rows.map(({ kind }) => kind)).toEqual(["sign-in", "connect", "ask", "sign-out"]);
    await expectWhole();
  });

  it("connecting, approving, revoking, asking again, rejecting and disconnecting, each once", async () => {
    const person = await approved(sandbox);
    await person.look();
    await person.lookAgain();
    await sandbox.control.decide(person.requestId, "revoked");
    await Promise.all([person.lookAgain(), person.lookAgain(), person.memories()]);
    const { json } = await person.ask();
    await sandbox.control.decide(json.requestId, "rejected");
    await person.lookAgain();
    await person.disconnect();
    await person.disconnect();
    expect(await kinds(person)).toEqual([
      "connect",
      "ask",
      "approve",
      "revoke",
      "ask",
      "reject",
      "disconnect",
    ]);
    await expectWhole();
  });

  it("a pasted key, once Memoram took it", async () => {
    const person = await newPerson();
    const { connectionApi } = await import("@/scripts/test/connection-api");
    const api = connectionApi(person);
    expect((await api.paste("no key that Memoram knows")).status).toBe(422);
    expect(await kinds(person)).toEqual([]);
    const memoram = (await sandbox.control.people()).find(({ slug }) => slug === "noor");
    expect((await api.paste(memoram?.memoryKey)).status).toBe(200);
    expect(await kinds(person)).toEqual(["connect", "ask"]);
  });

  it("creating, editing, deleting, and both ways of restoring", async () => {
    const person = await personAtWork();
    const made = memoryIn(await person.create({ content: "one" }), 201);
    await person.patch(made.id, { title: "Two" });
    const [version] = (await person.versions(made.id)).json.items;
    await person.restoreVersion(made.id, version.id);
    await person.remove(made.id);
    const back = memoryIn(await person.restore(made.id), 201);
    await person.remove(back.id);
    await person.erase(back.id);
    await person.remove((await person.list()).json.items[0].id);
    await person.empty();
    expect(await person.since()).toEqual([
      "create",
      "edit",
      "restore-version",
      "delete",
      "restore",
      "delete",
      "erase",
      "delete",
      "erase",
    ]);
    const { items } = await read(person);
    expect(items[0]).toMatchObject({ kind: "erase", memoryId: null, count: 1 });
    expect(items.find(({ kind }) => kind === "restore")?.memoryId).toBe(back.id);
    expect(items.find(({ kind }) => kind === "create")?.memoryId).toBe(made.id);
    expect(await db().activityIntent.count()).toBe(0);
    await expectWhole();
  });

  it("a deletion without the trash", async () => {
    const person = await personAtWork();
    await person.prefer({ trash: false });
    await person.remove((await person.list()).json.items[0].id);
    expect(await person.since()).toEqual(["delete"]);
  });

  it("a create that is repeated under its key, once", async () => {
    const person = await personAtWork();
    const create = () => person.create({ content: "one" }, { "idempotency-key": "k" });
    await Promise.all([create(), create(), create()]);
    expect(await person.since()).toEqual(["create"]);
  });
});

describe("not recorded is", () => {
  it("what was refused, and what changed nothing", async () => {
    const person = await personAtWork();
    const [memory] = (await person.list()).json.items;
    await person.patch(memory.id, { title: memory.title });
    await person.patch(memory.id, { title: "x" }, { "if-match": '"old"' });
    await person.patch("nosuch", { title: "x" });
    await person.remove("nosuch");
    await person.create({ content: "" });
    await person.empty();
    expect(await person.since()).toEqual([]);
    expect(await db().activityIntent.count()).toBe(0);
  });

  it("what a memory says, what it is called and how it is tagged", async () => {
    const person = await personAtWork();
    const words = {
      content: "CANARY-C",
      title: "CANARY-T",
      tags: ["CANARY-G"],
      source: "CANARY-S",
    };
    const { id } = memoryIn(await person.create(words), 201);
    await person.patch(id, { title: "CANARY-T2" });
    await person.remove(id);
    const rows = await db().$queryRaw`SELECT * FROM "Activity"`;
    expect(JSON.stringify(rows)).toContain(id);
    expect(JSON.stringify([rows, (await ask(person)).text])).not.toContain("CANARY");
  });
});

describe("when Memoram's answer is lost", () => {
  it("the change is recorded as one of unknown outcome", async () => {
    const person = await personAtWork();
    const [memory] = (await person.list()).json.items;
    sandbox.control.fail({
      method: "PATCH",
      path: /memory-blobs/,
      fault: { lostAnswer: true },
      times: 1,
    });
    expect((await person.patch(memory.id, { title: "x" })).status).toBe(503);
    const [latest] = (await read(person)).items;
    expect(latest).toMatchObject({ kind: "edit", memoryId: memory.id, outcome: "unknown" });
    await expectWhole();
  });

  it("a crash in between is recorded once nobody can be at it any more", async () => {
    const person = await personAtWork();
    const begun = {
      userId: person.userId,
      kind: "edit",
      memoryId: "abc",
      jobId: null,
      jobKind: null,
    };
    const long = new Date(Date.now() - 120_000);
    await db().activityIntent.createMany({
      data: [
        { ...begun, id: "a", begunAt: long },
        { ...begun, id: "b", memoryId: "now", begunAt: new Date() },
      ],
    });
    const [latest] = (await read(person)).items;
    expect(latest).toMatchObject({ kind: "edit", memoryId: "abc", outcome: "unknown" });
    expect(await person.since()).toEqual(["edit"]);
    await db().activityIntent.updateMany({ data: { begunAt: long } });
    await expire();
    expect(await person.since()).toEqual(["edit", "edit"]);
    expect(await db().activityIntent.count()).toBe(0);
    await expectWhole();
  });
});

describe("the job of the browser's", () => {
  const job = (kind: string, id = "0123456789abcdef") => ({ "x-keepsake-job": `${kind};${id}` });

  it("folds its changes into one entry that opens to each", async () => {
    const person = await personAtWork("noor");
    const ids: string[] = (await person.list("?limit=7")).json.items.map(
      ({ id }: { id: string }) => id,
    );
    const [alone, ...many] = ids;
    for (const id of many) await person.patch(id, { importance: 0.11 }, job("set-importance"));
    await person.patch(alone ?? "", { importance: 0.12 });
    const { items } = await read(person, "?limit=2");
    expect(items[0]).toMatchObject({ kind: "edit", memoryId: alone, job: null });
    expect(items[1]).toMatchObject({
      kind: "edit",
      memoryId: null,
      job: { kind: "set-importance", id: "0123456789abcdef", changes: 6, unknown: 0 },
    });
    const opened = await read(person, "?job=0123456789abcdef&limit=4");
    expect(opened.items.map(({ memoryId }) => memoryId)).toEqual(many.toReversed().slice(0, 4));
    const rest = await read(person, `?job=0123456789abcdef&limit=4&cursor=${opened.nextCursor}`);
    expect(rest.items.map(({ memoryId }) => memoryId)).toEqual(many.toReversed().slice(4));
    expect(rest.nextCursor).toBeNull();
  });

  it("is named by every change that a job can make", async () => {
    const person = await personAtWork();
    const [{ id }] = (await person.list()).json.items;
    const about = { cookie: person.cookie, params: { id } };
    await call(one.DELETE, `/api/memories/${id}`, {
      ...about,
      method: "DELETE",
      headers: job("delete"),
    });
    const back = await call(trash.POST, `/api/trash/${id}/restore`, {
      ...about,
      method: "POST",
      headers: job("restore"),
    });
    await person.remove(back.json.id);
    await call(erase.DELETE, `/api/trash/${back.json.id}`, {
      ...{ cookie: person.cookie, params: { id: back.json.id } },
      ...{ method: "DELETE", headers: job("erase") },
    });
    const jobs = (await read(person)).items.slice(0, 4).map((item) => item.job?.kind ?? null);
    expect(jobs).toEqual(["erase", null, "restore", "delete"]);
  });

  it.each([
    "",
    "edit;0123456789abcdef",
    "delete;short",
    "delete",
    "delete;0123456789abcdef;x",
    "delete;0123456789abcde\u00e9",
  ])("is refused as %o, and nothing is changed", async (value) => {
    const person = await personAtWork();
    const [memory] = (await person.list()).json.items;
    const answer = await person.patch(memory.id, { title: "x" }, { "x-keepsake-job": value });
    expect(codeOf(answer)).toEqual([422, "validation-failed"]);
    expect((await person.read(memory.id)).json.title).toBe(memory.title);
  });
});

describe("the list", () => {
  it("goes on where it ended, whatever comes in between", async () => {
    const person = await personAtWork();
    for (let at = 0; at < 9; at += 1) await person.create({ content: `memory ${at}` });
    const seen: number[] = [];
    let search = "?limit=4";
    for (;;) {
      const page = await read(person, search);
      seen.push(...page.items.map(({ seq }) => seq));
      await person.create({ content: "one more" });
      if (page.nextCursor === null) break;
      search = `?limit=4&cursor=${page.nextCursor}`;
    }
    const latest = seen[0] ?? 0;
    expect(seen).toEqual(Array.from({ length: latest }, (_, at) => latest - at));
  });

  it("narrows to kinds and to a time", async () => {
    const person = await personAtWork();
    const { id } = memoryIn(await person.create({ content: "one" }), 201);
    await person.remove(id);
    const kindsOf = async (search: string) =>
      (await read(person, search)).items.map(({ kind }) => kind);
    expect(await kindsOf("?kind=create,delete")).toEqual(["delete", "create"]);
    expect(await kindsOf("?kind=revoke")).toEqual([]);
    const soon = encodeURIComponent(new Date(Date.now() + 60_000).toISOString());
    const earlier = encodeURIComponent(new Date(Date.now() - 3_600_000).toISOString());
    expect(await kindsOf(`?from=${soon}`)).toEqual([]);
    expect(await kindsOf(`?to=${earlier}`)).toEqual([]);
    expect(await kindsOf(`?kind=delete&from=${earlier}&to=${soon}`)).toEqual(["delete"]);
  });

  it.each([
    "?kind=",
    "?kind=nonsense",
    "?from=yesterday",
    "?to=2026-13-01T00:00:00Z",
    "?cursor=nonsense",
    "?cursor=LTE",
    "?limit=0",
    "?job=%27%3B",
    "?other=1",
  ])("refuses %s", async (search) => {
    expect(codeOf(await ask(await newPerson(), search))).toEqual([422, "validation-failed"]);
  });

  it("is nobody else's, and needs a session but no connection", async () => {
    const [one, other] = [await personAtWork(), await signedIn(sandbox, "noor")];
    await one.create({ content: "mine" });
    expect((await read(other)).items.map(({ kind }) => kind)).not.toContain("create");
    const { items } = await read(one);
    const cursor = Buffer.from("999").toString("base64url");
    const ofOther = await read(other, `?cursor=${cursor}`);
    expect(ofOther.items.map(({ memoryId }) => memoryId)).toEqual([null, null]);
    expect(items.length).toBeGreaterThan(3);
    expect(codeOf(await call(activity.GET, "/api/activity"))).toEqual([401, "unauthenticated"]);
    expect((await read(await newPerson())).items).toEqual([]);
  });

  it("folds a job of ten thousand without going through it in memory", async () => {
    const person = await newPerson();
    await db().$executeRaw`
      INSERT INTO "Activity" ("userId", "seq", "at", "kind", "memoryId", "jobId", "jobKind", "outcome", "hash")
      SELECT ${person.userId}, n, now(), 'edit', 'mem' || n, CASE WHEN n > 5 THEN '0123456789abcdef' END,
        CASE WHEN n > 5 THEN 'add-tags' END, 'done', 'x' FROM generate_series(1, 10005) n`;
    const { items, nextCursor } = await read(person);
    expect(items.map(({ seq, job }) => [seq, job?.changes])).toEqual([
      [10_005, 10_000],
      [5, undefined],
      [4, undefined],
      [3, undefined],
      [2, undefined],
      [1, undefined],
    ]);
    expect(nextCursor).toBeNull();
  });
});

it("shows what a later version recorded neutrally, and nothing as done that is not known to be", async () => {
  const person = await newPerson();
  const { userId } = person;
  const job = { jobId: "0123456789abcdef", jobKind: "of-a-later-version" };
  const row = { userId, at: new Date(), kind: "edit", outcome: "done", hash: "x" };
  await db().activity.createMany({
    data: [
      { ...row, seq: 1, kind: "of-a-later-version" },
      { ...row, seq: 2, ...job },
      { ...row, seq: 3, outcome: "half-done" },
    ],
  });
  const { items } = await read(person);
  expect(items).toMatchObject([
    { seq: 3, kind: "edit", outcome: "unknown" },
    { seq: 2, job: { kind: "other", changes: 1 } },
    { seq: 1, kind: "other", outcome: "done" },
  ]);
});
