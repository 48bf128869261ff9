import { afterAll, beforeAll, it } from "vitest";
import { apiRoutes, operationsOf } from "@/scripts/test/api-routes";
import { schedulerSecret, seed, sendBad } from "@/scripts/test/bad-input/send-bad";
import { sendBadSignIns } from "@/scripts/test/bad-input/send-bad-sign-ins";
import { connectedPerson, startHarness } from "@/scripts/test/harness";

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
