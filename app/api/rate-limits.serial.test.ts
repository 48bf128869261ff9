import { afterAll, beforeAll, expect, it } from "vitest";
import { limits } from "@/lib/services/rate-limits/limits";
import { connectedPerson, startHarness } from "@/scripts/test/harness";
import { type Instance, startInstances } from "@/scripts/test/instances/instances";

/*
 * As rate-limits.integration.test.ts, over four processes: what they count together is in the
 * database, and one that ends takes nothing of it along.
 */
let sandbox: Awaited<ReturnType<typeof startHarness>>;
let instances: Instance[] = [];
beforeAll(async () => {
  sandbox = await startHarness({}, { seedPeople: ["tomas", "wanjiru"] });
  instances = await startInstances(4);
}, 120_000);
afterAll(async () => {
  await Promise.all(instances.map((instance) => instance.stop()));
  await sandbox.close();
});

/** How many of so many calls at once, over these processes in turn, are let through; the others wait. */
async function exported(count: number, over: readonly Instance[], cookie: string): Promise<number> {
  const answers = await Promise.all(
    Array.from({ length: count }, (_, at) => {
      const instance = over[at % over.length];
      if (!instance) throw new Error("There is no instance.");
      return instance.call("/api/account/export", { cookie });
    }),
  );
  const refused = answers.filter(({ code }) => code === "rate-limited");
  for (const { status, headers } of refused) {
    expect([status, Number(headers.get("retry-after")) > 0]).toEqual([429, true]);
  }
  const through = answers.filter(({ status }) => status === 200);
  expect(through.length + refused.length).toBe(count);
  return through.length;
}

it("lets as many through as one process would", async () => {
  const { cookie } = await connectedPerson(sandbox, "wanjiru");
  const { calls } = limits.export;
  expect(await exported(4 * calls, instances, cookie)).toBe(calls);
});

it("remembers what a process counted that was killed", async () => {
  const { cookie } = await connectedPerson(sandbox, "tomas");
  const { calls } = limits.export;
  const [killed, ...others] = instances;
  if (!killed) throw new Error("There is no instance.");
  expect(await exported(calls - 1, [killed], cookie)).toBe(calls - 1);
  killed.signal("SIGKILL");
  await killed.ended;
  expect(await exported(calls, others, cookie)).toBe(1);
});
