import { createHash } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { db } from "@/lib/db/client";
import { releaseLease, takeLease, withLease } from "@/lib/db/leases";
import { startHarness } from "@/scripts/test/harness";

let sandbox: Awaited<ReturnType<typeof startHarness>>;
beforeAll(async () => {
  sandbox = await startHarness();
});
afterAll(() => sandbox.close());
beforeEach(async () => {
  await db().developerToken.deleteMany();
  await db().lease.deleteMany();
  sandbox.control.clearFaults();
  sandbox.control.clearCalls();
});

/** The app as another process has it: modules of its own, the same database. */
async function freshInstance() {
  vi.resetModules();
  const { memoram } = await import("@/lib/services/runtime");
  return memoram();
}
const instances = (count: number) =>
  Array.from({ length: count }).reduce<Promise<Awaited<ReturnType<typeof freshInstance>>[]>>(
    async (made) => [...(await made), await freshInstance()],
    Promise.resolve([]),
  );
const exchanges = () =>
  sandbox.control.calls().filter(({ path }) => path === "/api/v1/auth/token").length;
const row = () => db().developerToken.findFirstOrThrow();

describe("several processes with one database", () => {
  it("make one exchange from cold, and one after the token was refused", async () => {
    const all = await instances(6);
    sandbox.control.fail({ path: "/auth/token", fault: { delayMs: 200 } });
    const callAll = () =>
      Promise.all([...all, ...all, ...all].map((memoram) => memoram.accessRequests.list()));
    await callAll();
    expect(exchanges()).toBe(1);
    await callAll();
    expect(exchanges()).toBe(1);
    await sandbox.control.expireTokens();
    await callAll();
    expect(exchanges()).toBe(2);
    expect((await row()).version).toBe(2);
    expect(await db().lease.count()).toBe(0);
  });

  it("all learn of a failure that they waited for, and try again afterwards", async () => {
    const all = await instances(4);
    const fault = { status: 429, headers: { "retry-after": "33" } };
    sandbox.control.fail({ path: "/auth/token", fault });
    await db().lease.create({
      data: { key: leaseKey(), holder: "first", until: new Date(Date.now() + 10_000) },
    });
    const waiting = Promise.allSettled(all.map((memoram) => memoram.accessRequests.list()));
    await sleep(400);
    const { noteExchangeFailure } = await import("@/lib/db/developer-tokens");
    await noteExchangeFailure(rowId(), "memoram-rate-limited 33");
    await releaseLease(leaseKey(), "first");
    for (const outcome of await waiting) {
      expect(outcome).toMatchObject({
        status: "rejected",
        reason: { code: "memoram-rate-limited", retryAfterSeconds: 33 },
      });
    }
    expect(exchanges()).toBe(0);
    sandbox.control.clearFaults();
    await all[0]?.accessRequests.list();
    expect(exchanges()).toBe(1);
  });
});

const rowId = () =>
  createHash("sha256")
    .update(`${process.env.MEMORAM_API_URL}\n${process.env.MEMORAM_API_KEY}`)
    .digest("hex");
const leaseKey = () => `developer-token:${rowId()}`;

describe("the row", () => {
  it("holds the token sealed, and its times as they are", async () => {
    const memoram = await freshInstance();
    const before = Date.now();
    await memoram.accessRequests.list();
    const { token, expiresAt, refreshAfter } = await row();
    expect(token).toMatch(/^[\w-]+(\.[\w-]*){4}$/);
    const sent = sandbox.control.calls().at(-1)?.headers.authorization?.slice("Bearer ".length);
    expect(sent).toMatch(/^ey/);
    expect(JSON.stringify(await row())).not.toContain(sent);
    const life = (expiresAt?.getTime() ?? 0) - before;
    expect(Math.abs(life - 900_000)).toBeLessThan(5_000);
    expect(Math.abs((refreshAfter?.getTime() ?? 0) - before - 720_000)).toBeLessThan(5_000);
  });

  it("is another one for another key or address", async () => {
    const memoram = await freshInstance();
    await memoram.accessRequests.list();
    const { MEMORAM_API_KEY } = process.env;
    process.env.MEMORAM_API_KEY = "mem_another";
    const other = await freshInstance();
    await expect(other.accessRequests.list()).rejects.toMatchObject({
      code: "memoram-credentials",
    });
    process.env.MEMORAM_API_KEY = MEMORAM_API_KEY;
    expect(await db().developerToken.count()).toBe(2);
    expect(await db().developerToken.count({ where: { token: null } })).toBe(1);
    await (await freshInstance()).accessRequests.list();
    expect(exchanges()).toBe(2);
  });

  it("is exchanged anew when no key of ours opens it", async () => {
    await (await freshInstance()).accessRequests.list();
    await db().developerToken.updateMany({ data: { token: "not.a.sealed.token" } });
    await (await freshInstance()).accessRequests.list();
    expect(exchanges()).toBe(2);
    const { VAULT_KEYS } = process.env;
    process.env.VAULT_KEYS = `new:${Buffer.alloc(32, 7).toString("base64")}`;
    await (await freshInstance()).accessRequests.list();
    process.env.VAULT_KEYS = VAULT_KEYS;
    expect(exchanges()).toBe(3);
  });

  it("is never overwritten by a holder that lost its lease", async () => {
    const { writeDeveloperToken, readDeveloperToken } = await import("@/lib/db/developer-tokens");
    const key = leaseKey();
    await readDeveloperToken(rowId());
    const write = (holder: string, basedOn: number, sealed: string) =>
      writeDeveloperToken({
        id: rowId(),
        leaseKey: key,
        holder,
        basedOn,
        sealed,
        expiresAt: new Date(Date.now() + 60_000),
        refreshAfter: new Date(Date.now() + 50_000),
      });
    expect(await takeLease(key, "slow", 1)).toBe(true);
    await sleep(30);
    expect(await takeLease(key, "quick", 5_000)).toBe(true);
    expect(await write("slow", 0, "older")).toBe(false);
    expect(await write("quick", 0, "newer")).toBe(true);
    expect(await write("quick", 0, "again")).toBe(false);
    await releaseLease(key, "slow");
    expect(await takeLease(key, "third", 5_000)).toBe(false);
    expect(await row()).toMatchObject({ token: "newer", version: 1 });
  });
});

describe("a lease", () => {
  it("is held by one of many at a time", async () => {
    let inside = 0;
    let most = 0;
    const work = async () => {
      inside += 1;
      most = Math.max(most, inside);
      await sleep(5);
      inside -= 1;
    };
    const options = { waitMs: 20_000 };
    await Promise.all(Array.from({ length: 20 }, () => withLease("a lease", options, work)));
    expect(most).toBe(1);
    expect(await db().lease.count()).toBe(0);
  });

  it("is had in the order of asking within a process, and by a waiter of another one too", async () => {
    const order: number[] = [];
    const options = { waitMs: 20_000 };
    vi.resetModules();
    const { withLease: elsewhere } = await import("@/lib/db/leases");
    const waiters = Array.from({ length: 12 }, (_, at) =>
      (at === 6 ? elsewhere : withLease)("in line", options, async () => {
        order.push(at);
        await sleep(10);
      }),
    );
    await Promise.all(waiters);
    expect(order.filter((at) => at !== 6)).toEqual([0, 1, 2, 3, 4, 5, 7, 8, 9, 10, 11]);
    expect(order).toContain(6);
  });

  it("that one waiter gives up is no hindrance to the next", async () => {
    await takeLease("given up", "other", 10_000);
    const impatient = withLease("given up", { waitMs: 50 }, async () => 1);
    const patient = withLease("given up", { waitMs: 5_000 }, async () => 2);
    await expect(impatient).rejects.toMatchObject({ name: "LeaseBusyError" });
    await releaseLease("given up", "other");
    expect(await patient).toBe(2);
  });

  it("is given back when the work fails, and not waited for beyond the time given", async () => {
    const options = { waitMs: 100 };
    const failing = withLease("b", options, () => Promise.reject(new Error("work")));
    await expect(failing).rejects.toThrow("work");
    await takeLease("b", "other", 10_000);
    await expect(withLease("b", options, async () => 1)).rejects.toMatchObject({
      name: "LeaseBusyError",
    });
    expect(await withLease("b", { ...options, meanwhile: async () => 2 }, async () => 1)).toBe(2);
  });

  it("passes on when its holder crashed", async () => {
    await takeLease("c", "crashed", 200);
    const options = { waitMs: 5_000 };
    expect(await withLease("c", options, async () => "mine")).toBe("mine");
  });
});
