import { NextRequest } from "next/server";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { problemSchema } from "@/lib/contract/problem";
import { TRASH_DAYS } from "@/lib/contract/trash";
import { db } from "@/lib/db/client";
import {
  connectedPerson,
  emptyDatabase,
  newPerson,
  origin,
  startHarness,
} from "@/scripts/test/harness";
import { memoriesOf, memoryIn } from "@/scripts/test/memories";
import { ageTrash } from "@/scripts/test/workspace";

const DAY_MS = 86_400_000;
const secret = "a-secret-for-the-scheduler";

let sandbox: Awaited<ReturnType<typeof startHarness>>;
beforeAll(async () => {
  sandbox = await startHarness();
  await emptyDatabase();
});
afterAll(() => sandbox.close());
afterEach(() => {
  delete process.env.CRON_SECRET;
  vi.resetModules();
});

/** Calls the route of a process that was started with or without the setting. */
async function ask(
  authorization: string | null,
  { setting = secret as string | null, search = "" } = {},
) {
  if (setting === null) delete process.env.CRON_SECRET;
  else process.env.CRON_SECRET = setting;
  vi.resetModules();
  const { GET } = await import("./expire/route");
  const headers: Record<string, string> = authorization === null ? {} : { authorization };
  const request = new NextRequest(`${origin}/api/cron/expire${search}`, { headers });
  const response = await GET(request, { params: Promise.resolve({}) });
  expect(response.headers.get("cache-control")).toBe("no-store");
  return { status: response.status, json: await response.json() };
}

describe("who may call it", () => {
  const refused = async (authorization: string | null, options = {}) => {
    const { status, json } = await ask(authorization, options);
    const { code } = problemSchema.strict().parse(json);
    return [status, code];
  };

  it("nobody where there is no such setting: the address does not exist", async () => {
    for (const authorization of [null, "Bearer ", "Bearer undefined", `Bearer ${secret}`])
      expect(await refused(authorization, { setting: null })).toEqual([404, "not-found"]);
    expect(await refused(null, { setting: null, search: "?x=1" })).toEqual([404, "not-found"]);
  });

  it.each([null, "", "Bearer", "Bearer ", secret, `bearer ${secret}`, `Bearer ${secret}x`])(
    "not whoever says %j",
    async (authorization) => {
      expect(await refused(authorization, { search: "?x=1" })).toEqual([401, "unauthenticated"]);
    },
  );

  it("whoever knows the secret", async () => {
    const { status, json } = await ask(`Bearer ${secret}`);
    expect([status, json]).toEqual([
      200,
      { removed: { trash: 0, versions: 0, idempotency: 0, sessions: 0 }, failed: [] },
    ]);
    expect(await refused(`Bearer ${secret}`, { search: "?x=1" })).toEqual([
      422,
      "validation-failed",
    ]);
  });
});

it("erases what has outlived its time, of everybody, and nothing else", async () => {
  const people = [];
  for (const slug of ["tomas", "wanjiru"]) {
    const person = await connectedPerson(sandbox, slug);
    const mine = memoriesOf(person);
    people.push(person);
    for (const name of ["old", "recent"]) {
      const key = { "idempotency-key": name };
      const { id } = memoryIn(await mine.create({ content: name, title: "1" }, key), 201);
      memoryIn(await mine.patch(id, { title: "2" }));
      if (name === "recent") memoryIn(await mine.patch(id, { title: "3" }));
      expect((await mine.remove(id)).status).toBe(204);
      if (name === "old") await ageTrash(person.userId, TRASH_DAYS * DAY_MS + 1_000);
    }
    const { id } = memoryIn(await mine.create({ content: "kept" }), 201);
    memoryIn(await mine.patch(id, { title: "of a memory that is there" }));
  }
  const userId = people[0]?.userId ?? "";
  const past = new Date(Date.now() - 1_000);
  const version = { userId, memoramUserId: "m", copy: "x", replacedAt: past };
  const missedAt = (days: number) => new Date(Date.now() - days * DAY_MS);
  await db().memoryVersion.createMany({
    data: [
      { ...version, memoryId: "long-gone", missedAt: missedAt(TRASH_DAYS + 1) },
      { ...version, memoryId: "just-gone", missedAt: missedAt(TRASH_DAYS - 1) },
    ],
  });
  await db().session.create({ data: { sessionToken: "ended", userId, expires: past } });
  await db().idempotencyRecord.updateMany({
    where: { userId, key: "old" },
    data: { createdAt: missedAt(1.1) },
  });
  const { json } = await ask(`Bearer ${secret}`);
  const removed = { trash: 2, versions: 3, idempotency: 1, sessions: 1 };
  expect(json).toEqual({ removed, failed: [] });
  const left = await db().trashedMemory.findMany();
  expect(left).toHaveLength(2);
  expect(left.every(({ deletedAt }) => Date.now() - deletedAt.getTime() < DAY_MS)).toBe(true);
  expect(await db().memoryVersion.count()).toBe(2 * 3 + 1);
  expect(await db().session.count()).toBe(2);
  expect(await db().idempotencyRecord.count()).toBe(3);
  expect((await ask(`Bearer ${secret}`)).json).toEqual({
    removed: { trash: 0, versions: 0, idempotency: 0, sessions: 0 },
    failed: [],
  });
});

describe("one part that fails stops no other", () => {
  const past = new Date(Date.now() - 86_400_000);

  /** Something of each kind that has outlived its time. */
  async function muchExpired() {
    await emptyDatabase();
    const { userId } = await newPerson();
    const old = new Date(Date.now() - (TRASH_DAYS + 1) * DAY_MS);
    const memory = { userId, memoramUserId: "m", copy: "x" };
    await db().trashedMemory.create({
      data: { ...memory, memoryId: "a", confirmed: true, deletedAt: old },
    });
    await db().memoryVersion.create({
      data: { ...memory, memoryId: "b", replacedAt: old, missedAt: old },
    });
    await db().idempotencyRecord.create({
      data: { userId, key: "k", bodyDigest: "d", createdAt: old },
    });
    await db().session.create({ data: { sessionToken: "ended", userId, expires: past } });
    await db().rateLimit.create({ data: { key: "k", points: 1, expire: 1n } });
    const leases = [
      { key: "crashed", until: past },
      { key: "held", until: new Date(Date.now() - 60_000) },
    ];
    await db().lease.createMany({ data: leases.map((lease) => ({ ...lease, holder: "h" })) });
    const intent = { userId, begunAt: past };
    await db().activityIntent.createMany({
      data: [
        { ...intent, id: "1", kind: "of-a-later-version", memoryId: "mem" },
        { ...intent, id: "2", kind: "edit", memoryId: "mem" },
      ],
    });
    return userId;
  }

  const all = { trash: 1, versions: 1, idempotency: 1, sessions: 1 };

  it("also an intent of a kind that this version does not know", async () => {
    const userId = await muchExpired();
    const { json } = await ask(`Bearer ${secret}`);
    expect(json).toEqual({ removed: all, failed: [] });
    const rows = await db().activity.findMany({ where: { userId }, orderBy: { seq: "asc" } });
    const shown = rows.map(({ kind, outcome }) => [kind, outcome]);
    expect(shown).toEqual([
      ["of-a-later-version", "unknown"],
      ["edit", "unknown"],
    ]);
    expect(await db().activityIntent.count()).toBe(0);
    expect(await db().rateLimit.count()).toBe(0);
    // By the database's clock the second may still be good.
    expect((await db().lease.findMany()).map(({ key }) => key)).toEqual(["held"]);
  });

  it("also an intent that cannot be recorded, which stays", async () => {
    const userId = await muchExpired();
    await db()
      .$executeRaw`ALTER TABLE "Activity" ADD CONSTRAINT "no_edits" CHECK ("kind" <> 'edit')`;
    await db().activityIntent.create({
      data: { id: "3", kind: "create", userId, begunAt: new Date(past.getTime() + 1) },
    });
    try {
      const { status, json } = await ask(`Bearer ${secret}`);
      expect([status, json]).toEqual([200, { removed: all, failed: ["activity"] }]);
    } finally {
      await db().$executeRaw`ALTER TABLE "Activity" DROP CONSTRAINT "no_edits"`;
    }
    expect((await db().activityIntent.findMany()).map(({ id }) => id)).toEqual(["2"]);
    expect(await db().activity.count({ where: { userId } })).toBe(2);
  });

  it.each([
    ["TrashedMemory", "trash", { ...all, trash: 0 }],
    ["Session", "sessions", { ...all, sessions: 0 }],
    ["RateLimit", "limits", all],
    ["Lease", "leases", all],
    ["IdempotencyRecord", "idempotency", { ...all, idempotency: 0 }],
  ])("%s", async (table, part, removed) => {
    await muchExpired();
    const rename = (from: string, to: string) =>
      db().$executeRawUnsafe(`ALTER TABLE "${from}" RENAME TO "${to}"`);
    await rename(table, "Hidden");
    try {
      expect((await ask(`Bearer ${secret}`)).json).toEqual({ removed, failed: [part] });
    } finally {
      await rename("Hidden", table);
    }
    expect((await ask(`Bearer ${secret}`)).json.failed).toEqual([]);
  });
});
