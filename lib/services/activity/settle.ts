import "server-only";
import { settleIntents } from "@/lib/db/activity/intents";
import { causeOf, log } from "@/lib/log";
import { settledBefore } from "@/lib/services/trash/window";

/** More wait for the next look. */
const MOST = 200;

/** Records what a person began and never ended. Never fails: the list is worth more. */
export async function settleOwnIntents(userId: string): Promise<void> {
  try {
    await settleIntents(settledBefore(), { userId, most: MOST });
  } catch (error) {
    log.error("settling activity failed", { userId, cause: causeOf(error) });
  }
}

/** The same for everybody. @returns how many there were. */
export async function settleAllIntents(): Promise<number> {
  let settled = 0;
  for (;;) {
    const count = await settleIntents(settledBefore(), { most: MOST });
    settled += count;
    if (count < MOST) return settled;
  }
}
