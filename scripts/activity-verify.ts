import { db } from "@/lib/db/client";
import { SettingsError } from "@/lib/env";
import { type Progress, verifyActivity } from "@/lib/services/activity/verify";
import { runMain, Sentence } from "./lib/sentence";

const reasons = {
  altered:
    "this entry is not the one that was recorded after the one before it, or NEXTAUTH_PAST_SECRETS lacks the secret of that time",
  missing: "there is no such entry",
  "cut-off": "the chain does not end where it was sealed: entries are missing at its end",
  unverifiable:
    "no secret that was given made the beginning, so nothing can be said of the rest; after a change of NEXTAUTH_SECRET, give the earlier ones in NEXTAUTH_PAST_SECRETS, and if there was no change, this entry was altered",
  "begun-anew":
    "when this entry was recorded, what stood before it fitted no secret of the app: it was changed or cut off, or the app ran without the earlier secret in NEXTAUTH_PAST_SECRETS",
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
 * Secrets that were in use before the present one are among them (NEXTAUTH_PAST_SECRETS).
 */
async function main(): Promise<number> {
  const findings = verifyActivity(progressTeller());
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
