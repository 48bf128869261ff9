import "server-only";
import type { Act } from "@/lib/db/activity/append";
import { beginIntent, dropIntent, finishIntent, type Intent } from "@/lib/db/activity/intents";
import { causeOf, log } from "@/lib/log";
import { nothingHappened } from "@/lib/services/memories/outcome";

/**
 * What is done is done: that recording it failed is not the person's trouble, but it is told. The
 * intent stays where it is, and becomes an entry of unknown outcome later.
 */
async function evenIfItFails(userId: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    log.error("recording activity failed", { userId, cause: causeOf(error) });
  }
}

/** A change that was noted failed: it did not happen, or nobody knows. Never throws. */
export function noteFailure(intent: Intent, error: unknown): Promise<void> {
  return evenIfItFails(intent.userId, () =>
    nothingHappened(error) ? dropIntent(intent) : finishIntent(intent, { outcome: "unknown" }),
  );
}

/**
 * Runs a change in Memoram between two notes: that it is about to be asked for, without which it is
 * not, and how it ended. `madeId` names the memory, where only the answer does.
 * @throws what `work` throws; an error of the database when nothing could be noted before.
 */
export async function recorded<T>(
  userId: string,
  act: Act,
  work: () => Promise<T>,
  madeId?: (done: T) => string,
): Promise<T> {
  const intent = await beginIntent(userId, act);
  let done: T;
  try {
    done = await work();
  } catch (error) {
    await noteFailure(intent, error);
    throw error;
  }
  await evenIfItFails(userId, () =>
    finishIntent(intent, madeId === undefined ? {} : { memoryId: madeId(done) }),
  );
  return done;
}
