import { afterAll, beforeAll, it, vi } from "vitest";
import type { limits as real } from "@/lib/services/rate-limits/limits";
import { apiRoutes, operationsOf } from "@/scripts/test/api-routes";
import { schedulerSecret, seed, sendBad } from "@/scripts/test/bad-input/send-bad";
import { sendBadSignIns } from "@/scripts/test/bad-input/send-bad-sign-ins";
import { connectedPerson, startHarness } from "@/scripts/test/harness";

// One person sends in minutes here what limits are there to stop; they have tests of their own.
vi.mock("@/lib/services/rate-limits/limits", async (original) => {
  const { limits } = await original<{ limits: typeof real }>();
  const lifted = Object.entries(limits).map(([name, limit]) => [
    name,
    { ...limit, calls: 100_000_000 },
  ]);
  return { limits: Object.fromEntries(lifted) };
});

const EACH = 5_000;

let sandbox: Awaited<ReturnType<typeof startHarness>>;
let who: { cookie: string; memoramId: string };
beforeAll(async () => {
  sandbox = await startHarness({ CRON_SECRET: schedulerSecret });
  const { cookie, memoram } = await connectedPerson(sandbox, "wanjiru");
  who = { cookie, memoramId: memoram.id };
  console.log(`Bad input with seed ${seed}; BAD_INPUT_SEED chooses another.`);
});
afterAll(() => sandbox.close());

it.each(operationsOf(apiRoutes()))(
  "$name refuses what is wrong, by its own codes, and writes nothing",
  (operation) => sendBad(operation, EACH, { sandbox, who }),
);

it("rubbish at the sign-in ends on a page or in a problem of ours", () => sendBadSignIns(EACH));
