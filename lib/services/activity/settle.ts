import "server-only";
import { type IntentPlace, settleIntents } from "@/lib/db/activity/intents";
import { causeOf, log } from "@/lib/log";
import { settledBefore } from "@/lib/services/trash/window";

/** More wait for the next look. */
const MOST = 200;

function tell(failures: readonly unknown[], userId?: string): void {
  for (const error of failures) {
    log.error("settling activity failed", { ...(userId && { userId }), cause: causeOf(error) });
  }
}

/** Records what a person began and never ended. Never fails: the list is worth more. */
export async function settleOwnIntents(userId: string): Promise<void> {
  try {
    tell((await settleIntents(settledBefore(), { userId, most: MOST })).failures, userId);
  } catch (error) {
    tell([error], userId);
  }
}

/**
 * The same for everybody, as far as it can be done.
 * @throws the first failure, once all the others are recorded.
 */
export async function settleAllIntents(): Promise<number> {
  const before = settledBefore();
  const failed: unknown[] = [];
  let settled = 0;
  let after: IntentPlace | null = null;
  do {
    const batch = await settleIntents(before, { most: MOST, after });
    tell(batch.failures);
    failed.push(...batch.failures.slice(0, 1));
    settled += batch.settled;
    after = batch.last;
  } while (after !== null);
  if (failed.length > 0) throw failed[0];
  return settled;
}
