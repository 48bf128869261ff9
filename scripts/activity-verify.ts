import { db } from "@/lib/db/client";
import { SettingsError } from "@/lib/env";
import { type Progress, verifyActivity } from "@/lib/services/activity/verify";
import { runMain, Sentence } from "./lib/sentence";

const reasons = {
  altered: "this entry is not the one that was recorded after the one before it",
  missing: "there is no such entry",
  "cut-off": "the chain does not end where it was sealed: entries are missing at its end",
};

const TELL_EVERY_MS = 5_000;

/** Tells how far it is, every few seconds, on the error output: the other one holds the findings. */
function progressTeller(): (progress: Progress) => void {
  let told = Date.now();
  return ({ people, rows }) => {
    if (Date.now() - told < TELL_EVERY_MS) return;
    told = Date.now();
    console.error(`… ${people} people, ${rows} entries so far`);
  };
}

/**
 * `npm run activity:verify` goes through everybody's activity, with the settings of the app in the
 * environment, and names for each broken chain the person's id and the first entry that is wrong.
 * NEXTAUTH_PAST_SECRETS holds, separated by spaces, secrets that were in use before the present one.
 */
async function main(): Promise<number> {
  const past = (process.env.NEXTAUTH_PAST_SECRETS ?? "").split(/\s+/).filter(Boolean);
  const findings = verifyActivity(progressTeller(), past);
  let broken = 0;
  try {
    for (;;) {
      const step = await findings.next();
      if (step.done) {
        const { people, rows } = step.value;
        console.log(`${people} people, ${rows} entries: ${broken} broken.`);
        return broken > 0 ? 1 : 0;
      }
      broken += 1;
      const { userId, seq, why } = step.value;
      console.log(`${userId} is broken at ${seq}: ${reasons[why]}.`);
    }
  } catch (error) {
    if (error instanceof SettingsError) throw new Sentence(error.message);
    throw error;
  } finally {
    await db().$disconnect();
  }
}

await runMain(main);
