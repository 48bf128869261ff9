import "server-only";
import { randomUUID } from "node:crypto";
import { type Act, appendActivity, appendNoted, type Within } from "@/lib/db/activity/append";
import { db } from "@/lib/db/client";
import type { ActivityIntentModel } from "@/lib/db/generated/models";
import { inTransaction } from "@/lib/db/transaction";

/** What is about to be asked of Memoram. */
export type Intent = { id: string; userId: string; act: Act };

/** Notes it, before it is asked: a crash in between leaves this behind. */
export async function beginIntent(userId: string, act: Act): Promise<Intent> {
  const id = randomUUID();
  const { kind, memoryId = null, job } = act;
  await db().activityIntent.create({
    data: {
      ...{ id, userId, kind, memoryId },
      jobId: job?.id ?? null,
      jobKind: job?.kind ?? null,
      begunAt: new Date(),
    },
  });
  return { id, userId, act };
}

/** Nothing came of it. */
export async function dropIntent({ id }: Intent): Promise<void> {
  await db().activityIntent.deleteMany({ where: { id } });
}

/** Records how it ended, within the transaction of what is stored of that. */
export async function endIntent(
  within: Within,
  { id, userId, act }: Intent,
  learned: Pick<Act, "memoryId" | "outcome"> = {},
): Promise<void> {
  await within.activityIntent.deleteMany({ where: { id } });
  await appendActivity(within, userId, { ...act, ...learned });
}

/** As `endIntent`, where nothing else is stored. */
export async function finishIntent(
  intent: Intent,
  learned: Pick<Act, "memoryId" | "outcome"> = {},
): Promise<void> {
  await inTransaction((within) => endIntent(within, intent, learned));
}

const jobOf = ({ jobId, jobKind }: ActivityIntentModel) =>
  jobId === null || jobKind === null ? null : { id: jobId, kind: jobKind };

/** Records one as of unknown outcome, whatever kind the version that noted it gave it. */
async function settle(row: ActivityIntentModel): Promise<void> {
  const { id, userId, kind, memoryId, begunAt } = row;
  await inTransaction(async (within) => {
    const { count } = await within.activityIntent.deleteMany({ where: { id } });
    if (count === 0) return;
    const act = { kind, memoryId, job: jobOf(row), outcome: "unknown", at: begunAt } as const;
    await appendNoted(within, userId, act);
  });
}

/** A place among the intents, the earliest first. */
export type IntentPlace = { begunAt: Date; id: string };

/** One batch: how many were recorded, what those failed with that were not, and where it ended. */
export type Settled = { settled: number; failures: unknown[]; last: IntentPlace | null };

/**
 * Records as `unknown` what was begun before `before` and never ended: whoever was at it is gone.
 * At most `most` of one person, or of everybody, from behind `after` on. One that cannot be recorded
 * stays for the next time and does not stop the others.
 */
export async function settleIntents(
  before: Date,
  { userId, most, after = null }: { userId?: string; most: number; after?: IntentPlace | null },
): Promise<Settled> {
  const behind = after && {
    OR: [{ begunAt: { gt: after.begunAt } }, { begunAt: after.begunAt, id: { gt: after.id } }],
  };
  const rows = await db().activityIntent.findMany({
    where: {
      AND: [{ begunAt: { lt: before } }, behind ?? {}],
      ...(userId === undefined ? {} : { userId }),
    },
    orderBy: [{ begunAt: "asc" }, { id: "asc" }],
    take: most,
  });
  const failures: unknown[] = [];
  for (const row of rows) {
    try {
      await settle(row);
    } catch (error) {
      failures.push(error);
    }
  }
  const last = rows.length < most ? null : (rows.at(-1) ?? null);
  return { settled: rows.length - failures.length, failures, last };
}
