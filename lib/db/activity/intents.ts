import "server-only";
import { randomUUID } from "node:crypto";
import { type Act, activityKinds, appendActivity, type Within } from "@/lib/db/activity/append";
import { db } from "@/lib/db/client";
import type { ActivityIntentModel } from "@/lib/db/generated/models";

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
  await db().$transaction((within) => endIntent(within, intent, learned));
}

const jobOf = ({ jobId, jobKind }: ActivityIntentModel) =>
  jobId === null || jobKind === null ? null : { id: jobId, kind: jobKind };

async function settle(row: ActivityIntentModel): Promise<void> {
  const { id, userId, memoryId, begunAt } = row;
  const kind = activityKinds.find((one) => one === row.kind);
  if (kind === undefined) throw new Error("An intent is of no known kind.");
  await db().$transaction(async (within) => {
    const { count } = await within.activityIntent.deleteMany({ where: { id } });
    if (count === 0) return;
    const act: Act = { kind, memoryId, job: jobOf(row), outcome: "unknown", at: begunAt };
    await appendActivity(within, userId, act);
  });
}

/**
 * Records as `unknown` what was begun before `before` and never ended: whoever was at it is gone.
 * @returns how many of one person, or of everybody; at most `most`.
 */
export async function settleIntents(
  before: Date,
  { userId, most }: { userId?: string; most: number },
): Promise<number> {
  const rows = await db().activityIntent.findMany({
    where: { begunAt: { lt: before }, ...(userId === undefined ? {} : { userId }) },
    orderBy: { begunAt: "asc" },
    take: most,
  });
  for (const row of rows) await settle(row);
  return rows.length;
}
