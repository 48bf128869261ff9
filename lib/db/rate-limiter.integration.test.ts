import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, expect, it, vi } from "vitest";
import { db, pool } from "@/lib/db/client";
import { expireRateLimits } from "@/lib/db/expire";
import { startHarness } from "@/scripts/test/harness";
import { createRateLimiter } from "./rate-limiter";

beforeAll(async () => {
  await startHarness();
});
beforeEach(async () => {
  await db().rateLimit.deleteMany();
});

const limit = (calls: number, seconds = 60) => ({ name: `t${randomUUID()}`, calls, seconds });

async function takeMany(limiter: ReturnType<typeof createRateLimiter>, key: string, times: number) {
  const answers = await Promise.all(Array.from({ length: times }, () => limiter.take(key)));
  return answers.filter((wait) => wait === null).length;
}

async function withoutTable<T>(work: () => Promise<T>): Promise<T> {
  await db().$executeRaw`ALTER TABLE "RateLimit" RENAME TO "Hidden"`;
  try {
    return await work();
  } finally {
    await db().$executeRaw`ALTER TABLE "Hidden" RENAME TO "RateLimit"`;
  }
}

it("lets so many through, also of many at once, then says how long to wait", async () => {
  const limiter = createRateLimiter(limit(5, 30));
  expect(await takeMany(limiter, "me", 20)).toBe(5);
  const wait = await limiter.take("me");
  expect(wait).toBeGreaterThan(20_000);
  expect(wait).toBeLessThanOrEqual(30_000);
  expect(await limiter.take("another")).toBeNull();
});

it("counts once for two instances", async () => {
  const options = limit(6);
  const [one, other] = [createRateLimiter(options), createRateLimiter(options)];
  expect(await takeMany(one, "me", 4)).toBe(4);
  expect(await takeMany(other, "me", 4)).toBe(2);
  expect(await one.take("me")).not.toBeNull();
});

it("begins anew once the window is over", async () => {
  const limiter = createRateLimiter(limit(2));
  expect(await takeMany(limiter, "me", 3)).toBe(2);
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 61_000 });
  expect(await limiter.take("me")).toBeNull();
  vi.useRealTimers();
});

it("does not ask the database again about somebody who is over the limit", async () => {
  const limiter = createRateLimiter(limit(2));
  await takeMany(limiter, "me", 4);
  const { points } = await db().rateLimit.findFirstOrThrow();
  await takeMany(limiter, "me", 50);
  expect((await db().rateLimit.findFirstOrThrow()).points).toBe(points);
});

it("counts in memory while the database cannot, and lets calls through", async () => {
  const limiter = createRateLimiter(limit(3));
  await withoutTable(async () => {
    expect(await takeMany(limiter, "me", 8)).toBe(3);
    expect(await limiter.take("another")).toBeNull();
  });
  expect(await limiter.take("me")).toBeNull();
  expect(await db().rateLimit.count()).toBe(1);
});

it("does not wait for a database that does not answer", async () => {
  const limiter = createRateLimiter(limit(3));
  const silent = vi.spyOn(pool(), "query").mockImplementation(() => new Promise(() => {}));
  try {
    expect(await takeMany(limiter, "me", 5)).toBe(3);
  } finally {
    silent.mockRestore();
  }
});

it("is forgotten once its window is over", async () => {
  await createRateLimiter(limit(2, 60)).take("me");
  expect(await expireRateLimits(new Date())).toBe(0);
  expect(await expireRateLimits(new Date(Date.now() + 61_000))).toBe(1);
});
