import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { type Gate, startGate } from "@/scripts/test/gate";
import { connectedPerson, emptyDatabase, startHarness } from "@/scripts/test/harness";
import { startDatabaseGate } from "@/scripts/test/instances/database-gate";
import { type Instance, startInstance, startInstances } from "@/scripts/test/instances/instances";

/*
 * Four instances of the app, each a process of its own, on one database. All of them share one
 * developer token; these tests count what they ask of `POST /auth/token` while that token has ended.
 */
const PROCESSES = 4;
const REQUESTS = 200;

let sandbox: Awaited<ReturnType<typeof startHarness>>;
let gate: Gate;
let instances: Instance[] = [];
let person: Awaited<ReturnType<typeof connectedPerson>>;

beforeAll(async () => {
  sandbox = await startHarness({}, { seedPeople: ["tomas", "wanjiru"] });
  gate = await startGate(sandbox.origin);
  process.env.MEMORAM_API_URL = `${gate.origin}/api/v1`;
});
beforeEach(async () => {
  await sandbox.control.reset();
  await emptyDatabase();
  person = await connectedPerson(sandbox, "wanjiru");
  instances = await startInstances(PROCESSES);
  sandbox.control.clearCalls();
});
afterEach(async () => {
  await Promise.all(instances.map((instance) => instance.stop()));
});
afterAll(async () => {
  await gate.close();
  await sandbox.close();
});

const exchanges = () =>
  sandbox.control.calls().filter(({ path }) => path === "/api/v1/auth/token").length;
const row = () => db().developerToken.findFirstOrThrow();
const list = (instance: Instance) => instance.call("/api/memories", { cookie: person.cookie });

/** So many requests at once, over these instances in turn; their statuses. */
async function burst(count: number, over: readonly Instance[]): Promise<number[]> {
  const answers = Array.from({ length: count }, (_, at) => {
    const instance = over[at % over.length];
    return instance ? list(instance) : Promise.reject(new Error("There is no instance."));
  });
  return (await Promise.all(answers)).map(({ status }) => status);
}

const all = (count: number) => Array.from({ length: count }, () => 200);
const letTokenEnd = () => db().developerToken.updateMany({ data: { expiresAt: new Date(0) } });
const exchange = /\/auth\/token$/;

it("makes one exchange for 200 requests over four processes, and one after a refusal", async () => {
  await letTokenEnd();
  expect(await burst(REQUESTS, instances)).toEqual(all(REQUESTS));
  expect(exchanges()).toBe(1);
  await sandbox.control.expireTokens();
  expect(await burst(REQUESTS, instances)).toEqual(all(REQUESTS));
  expect(exchanges()).toBe(2);
  expect(await db().lease.count()).toBe(0);
}, 180_000);

it("makes at most one more when whoever exchanges is killed in the middle", async () => {
  const [holder, ...others] = instances;
  if (!holder) throw new Error("There is no instance.");
  await letTokenEnd();
  const { version } = await row();
  const held = gate.hold("POST", exchange);
  const lost = list(holder).catch(() => "lost");
  await held.arrived;
  const waiting = burst(REQUESTS - 1, others);
  holder.signal("SIGKILL");
  expect(await lost).toBe("lost");
  expect(await waiting).toEqual(all(REQUESTS - 1));
  held.release();
  expect(exchanges()).toBe(2);
  expect((await row()).version).toBe(version + 1);
}, 180_000);

/** Until the lease that somebody holds has run out. */
async function untilLeaseEnds(): Promise<void> {
  for (;;) {
    const [left] = await db().$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS count FROM "Lease"
      WHERE "key" LIKE 'developer-token:%' AND "until" > clock_timestamp() AT TIME ZONE 'utc'`;
    if (left?.count === 0) return;
    await sleep(100);
  }
}

/*
 * The sleeper has its token and is about to store it: the statement is on its way to the database
 * when the process is paused and its lease runs out.
 */
it("is not undone by a holder that sleeps past its lease with a token in its hands", async () => {
  const others = instances;
  const databaseGate = await startDatabaseGate(process.env.DATABASE_URL ?? "");
  const sleeper = await startInstance({ DATABASE_URL: databaseGate.url });
  try {
    await letTokenEnd();
    const { version } = await row();
    const storing = databaseGate.hold('UPDATE "DeveloperToken"');
    const late = list(sleeper);
    await storing.arrived;
    sleeper.signal("SIGSTOP");
    expect(exchanges()).toBe(1);
    await untilLeaseEnds();
    expect(await burst(30, others)).toEqual(all(30));
    const newer = await row();
    expect([newer.version, exchanges()]).toEqual([version + 1, 2]);

    storing.release();
    sleeper.signal("SIGCONT");
    // Its own request may have run out of time; the next one shows that it is past its write.
    expect([200, 504]).toContain((await late).status);
    expect(await burst(40, [sleeper, ...others])).toEqual(all(40));
    expect(await row()).toEqual(newer);
    expect(exchanges()).toBe(2);
  } finally {
    await sleeper.stop();
    await databaseGate.close();
  }
}, 180_000);
