import { spawn } from "node:child_process";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { appendActivity } from "@/lib/db/activity/append";
import { type ChainedRow, chainKey, hashOf, sealOf } from "@/lib/db/activity/chain";
import { db } from "@/lib/db/client";
import { createPerson } from "@/lib/db/people";
import { emptyDatabase, startHarness } from "@/scripts/test/harness";
import { type BrokenLink, verifyActivity } from "./verify";

beforeAll(async () => {
  await startHarness();
});
beforeEach(emptyDatabase);

async function verify(past: string[] = []): Promise<BrokenLink[]> {
  const broken: BrokenLink[] = [];
  for await (const link of verifyActivity(() => {}, past)) broken.push(link);
  return broken;
}

const append = (userId: string, memoryId: string) =>
  db().$transaction((within) => appendActivity(within, userId, { kind: "edit", memoryId }));

/** Two people with chains of six. */
async function twoChains() {
  const [one, other] = [await createPerson(), await createPerson()];
  for (let at = 1; at <= 6; at += 1) {
    await append(one.id, `mem${at}`);
    await append(other.id, `other${at}`);
  }
  return { one: one.id, other: other.id };
}

const row = (userId: string, seq: number) =>
  db().activity.findUniqueOrThrow({ where: { userId_seq: { userId, seq } } });
const remove = (userId: string, seq: number) =>
  db().activity.delete({ where: { userId_seq: { userId, seq } } });
const alter = (userId: string, seq: number, data: Record<string, unknown>) =>
  db().activity.update({ where: { userId_seq: { userId, seq } }, data });

describe("a chain", () => {
  it("is whole as it was written, also one that nothing was recorded in yet", async () => {
    await twoChains();
    await createPerson();
    expect(await verify()).toEqual([]);
  });

  it("is one chain when forty are recorded at once", async () => {
    const { id } = await createPerson();
    await Promise.all(Array.from({ length: 40 }, (_, at) => append(id, `mem${at}`)));
    const rows = await db().activity.findMany({ where: { userId: id }, orderBy: { seq: "asc" } });
    expect(rows.map(({ seq }) => seq)).toEqual(Array.from({ length: 40 }, (_, at) => at + 1));
    expect(new Set(rows.map(({ memoryId }) => memoryId)).size).toBe(40);
    expect(await verify()).toEqual([]);
  });

  it("is one when two who had none record at once", async () => {
    const { id } = await db().user.create({ data: { createdAt: new Date(0) } });
    await Promise.all([append(id, "a"), append(id, "b"), append(id, "c")]);
    expect(await db().activity.count({ where: { userId: id } })).toBe(3);
    expect(await verify()).toEqual([]);
  });

  it("leaves nothing behind of an act whose transaction failed", async () => {
    const { id } = await createPerson();
    await append(id, "a");
    const failing = db().$transaction(async (within) => {
      await appendActivity(within, id, { kind: "delete", memoryId: "b" });
      throw new Error("The deletion failed.");
    });
    await expect(failing).rejects.toThrow("The deletion failed.");
    await append(id, "c");
    expect(await db().activity.count({ where: { userId: id } })).toBe(2);
    expect(await verify()).toEqual([]);
  });

  it("holds times that never go back", async () => {
    const { id } = await createPerson();
    await append(id, "a");
    await db().$transaction((within) =>
      appendActivity(within, id, { kind: "edit", at: new Date("2001-01-01") }),
    );
    const [first, second] = [await row(id, 1), await row(id, 2)];
    expect(second.at.getTime()).toBeGreaterThanOrEqual(first.at.getTime());
  });
});

describe("verifying finds", () => {
  const changes = {
    kind: "delete",
    memoryId: "mem9",
    at: new Date("2020-01-01"),
    count: 4,
    jobId: "job",
    jobKind: "delete",
    outcome: "unknown",
    hash: "x",
  };
  it.each(Object.entries(changes))("another %s", async (column, value) => {
    const { one } = await twoChains();
    await alter(one, 3, { [column]: value });
    expect(await verify()).toEqual([{ userId: one, seq: 3, why: "altered" }]);
  });

  it("a row that was taken out, at the beginning and in the middle", async () => {
    const { one, other } = await twoChains();
    await remove(one, 1);
    await remove(other, 4);
    expect(new Set(await verify())).toEqual(
      new Set([
        { userId: one, seq: 1, why: "missing" },
        { userId: other, seq: 4, why: "missing" },
      ]),
    );
  });

  it("a row that was taken out and the rest moved up", async () => {
    const { one } = await twoChains();
    await remove(one, 3);
    for (const seq of [4, 5, 6]) await alter(one, seq, { seq: seq - 1 });
    expect(await verify()).toEqual([{ userId: one, seq: 3, why: "altered" }]);
  });

  it("two rows in each other's place", async () => {
    const { one } = await twoChains();
    await alter(one, 2, { seq: 99 });
    await alter(one, 5, { seq: 2 });
    await alter(one, 99, { seq: 5 });
    expect(await verify()).toEqual([{ userId: one, seq: 2, why: "altered" }]);
  });

  it("a row that was put in", async () => {
    const { one } = await twoChains();
    for (const seq of [6, 5, 4]) await alter(one, seq, { seq: seq + 1 });
    await db().activity.create({ data: { ...(await row(one, 3)), seq: 4 } });
    expect(await verify()).toEqual([{ userId: one, seq: 4, why: "altered" }]);
  });

  it("a row that was put at the end", async () => {
    const { one } = await twoChains();
    await db().activity.create({ data: { ...(await row(one, 6)), seq: 7 } });
    expect(await verify()).toEqual([{ userId: one, seq: 7, why: "altered" }]);
  });

  it("another person's row", async () => {
    const { one, other } = await twoChains();
    const { userId: _, ...theirs } = await row(other, 3);
    await alter(one, 3, theirs);
    expect(await verify()).toEqual([{ userId: one, seq: 3, why: "altered" }]);
  });

  it("an end that was cut off", async () => {
    const { one } = await twoChains();
    await remove(one, 6);
    await remove(one, 5);
    expect(await verify()).toEqual([{ userId: one, seq: 5, why: "cut-off" }]);
  });

  it("an end that was cut off and said to be the end", async () => {
    const { one } = await twoChains();
    await remove(one, 6);
    const { seq, hash, at } = await row(one, 5);
    await db().activityHead.update({ where: { userId: one }, data: { seq, hash, at } });
    expect(await verify()).toEqual([{ userId: one, seq: 6, why: "cut-off" }]);
  });

  it("what was cut off, also after more was recorded", async () => {
    const { one, other } = await twoChains();
    await remove(one, 6);
    const { seq, hash, at } = await row(one, 5);
    await db().activityHead.update({ where: { userId: one }, data: { seq, hash, at } });
    await append(one, "later");
    await append(one, "last");
    await db().activity.deleteMany({ where: { userId: other } });
    await db().activityHead.delete({ where: { userId: other } });
    await append(other, "later");
    expect(new Set(await verify())).toEqual(
      new Set([
        { userId: one, seq: 6, why: "begun-anew" },
        { userId: other, seq: 1, why: "altered" },
      ]),
    );
  });

  it("a chain whose end, or all of which, was taken away", async () => {
    const { one, other } = await twoChains();
    await db().activityHead.deleteMany();
    await db().activity.deleteMany({ where: { userId: other } });
    expect(new Set(await verify())).toEqual(
      new Set([
        { userId: one, seq: 7, why: "cut-off" },
        { userId: other, seq: 1, why: "cut-off" },
      ]),
    );
  });

  it("a chain that was written anew without the key", async () => {
    const { one } = await twoChains();
    const key = chainKey("a secret that somebody guessed wrong, of good length");
    let previous = "begun";
    for (let seq = 1; seq <= 6; seq += 1) {
      const { hash: _, ...rest } = await row(one, seq);
      const forged: ChainedRow = { ...rest, kind: "sign-in" };
      previous = hashOf(key, forged, previous);
      await alter(one, seq, { kind: "sign-in", hash: previous });
    }
    const { at } = await row(one, 6);
    const seal = sealOf(key, { userId: one, seq: 6, hash: previous, at });
    await db().activityHead.update({ where: { userId: one }, data: { hash: previous, seal } });
    expect(await verify()).toEqual([{ userId: one, seq: 1, why: "unverifiable" }]);
    // What the key is for: with that secret among ours, it would be a chain.
    expect(await verify(["a secret that somebody guessed wrong, of good length"])).toEqual([]);
  });
});

describe("after a change of the secret", () => {
  const first = "a-secret-from-long-ago-and-of-good-length";
  const old = "the-secret-before-and-of-good-length";
  const next = "the-secret-of-today-and-of-good-length";

  /** The app as it runs with these secrets. */
  async function withSecrets<T>(
    secrets: { now: string; past: string },
    work: (app: {
      append: typeof append;
      verify: () => Promise<BrokenLink[]>;
      createPerson: typeof createPerson;
    }) => Promise<T>,
  ): Promise<T> {
    vi.stubEnv("NEXTAUTH_SECRET", secrets.now);
    vi.stubEnv("NEXTAUTH_PAST_SECRETS", secrets.past);
    vi.resetModules();
    const { appendActivity: add } = await import("@/lib/db/activity/append");
    const { verifyActivity: check } = await import("./verify");
    const people = await import("@/lib/db/people");
    try {
      return await work({
        createPerson: people.createPerson,
        append: (userId, memoryId) =>
          db().$transaction((within) => add(within, userId, { kind: "edit", memoryId })),
        verify: async () => {
          const broken: BrokenLink[] = [];
          for await (const link of check()) broken.push(link);
          return broken;
        },
      });
    } finally {
      vi.unstubAllEnvs();
      vi.resetModules();
    }
  }

  /** Two people of the first secret: one with entries, one without. */
  const made = () =>
    withSecrets({ now: old, past: "" }, async (app) => {
      const [one, idle] = [await app.createPerson(), await app.createPerson()];
      await app.append(one.id, "a");
      await app.append(one.id, "b");
      return { one: one.id, idle: idle.id };
    });

  it("a chain goes on whole where the earlier one is given", async () => {
    const { one, idle } = await made();
    await withSecrets({ now: next, past: `${first} ${old}` }, async (app) => {
      expect(await app.verify()).toEqual([]);
      await app.append(one, "c");
      await app.append(one, "d");
      await app.append(idle, "e");
      expect(await app.verify()).toEqual([]);
    });
    // The ends are the new secret's by now: the earlier one is needed for what stands before.
    await withSecrets({ now: "a-third-secret-of-good-length-as-well", past: next }, async (app) => {
      await app.append(one, "f");
      expect(await app.verify()).toEqual([{ userId: one, seq: 1, why: "unverifiable" }]);
    });
  });

  it("an end that was cut off before it is found all the same", async () => {
    const { one } = await made();
    await remove(one, 2);
    const { seq, hash, at } = await row(one, 1);
    await db().activityHead.update({ where: { userId: one }, data: { seq, hash, at } });
    await withSecrets({ now: next, past: old }, async (app) => {
      await app.append(one, "c");
      expect(await app.verify()).toEqual([{ userId: one, seq: 2, why: "begun-anew" }]);
    });
  });

  it("nothing can be verified where it is not given, and what to do is said", async () => {
    const { one, idle } = await made();
    const all = (links: BrokenLink[]) => new Map(links.map(({ userId, why }) => [userId, why]));
    await withSecrets({ now: next, past: "" }, async (app) => {
      const found = new Map([
        [one, "unverifiable"],
        [idle, "unverifiable"],
      ]);
      expect(all(await app.verify())).toEqual(found);
      const { code, out } = await run({ NEXTAUTH_SECRET: next, NEXTAUTH_PAST_SECRETS: "" });
      expect(code).toBe(1);
      expect(out).toContain("give the earlier ones in NEXTAUTH_PAST_SECRETS");
      await app.append(one, "c");
    });
    expect(await run({ NEXTAUTH_SECRET: next, NEXTAUTH_PAST_SECRETS: `${first} ${old}` })).toEqual({
      code: 1,
      out: expect.stringMatching(`${one} is broken at 3: .*NEXTAUTH_PAST_SECRETS.*\n.* 1 broken`),
    });
  });
});

function run(env: Record<string, string> = {}): Promise<{ code: number | null; out: string }> {
  const args = ["--conditions=react-server", "--import", "tsx", "scripts/activity-verify.ts"];
  const child = spawn(process.execPath, args, { env: { ...process.env, ...env } });
  let out = "";
  child.stdout.on("data", (chunk) => {
    out += chunk;
  });
  return new Promise((resolve) => child.on("close", (code) => resolve({ code, out })));
}

it("as a command says who and where, and fails; or that all is well", async () => {
  const { one } = await twoChains();
  expect(await run()).toEqual({ code: 0, out: "2 people, 12 entries: 0 broken.\n" });
  await alter(one, 2, { memoryId: "mem9" });
  const { code, out } = await run();
  expect(code).toBe(1);
  expect(out).toContain(`${one} is broken at 2:`);
  expect(out).toContain("1 broken.");
});
