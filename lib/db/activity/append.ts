import "server-only";
import type { ActivityKind } from "@/lib/contract/activity";
import {
  type ChainedRow,
  chainKey,
  chainKeys,
  hashOf,
  isSame,
  origins,
  sealOf,
} from "@/lib/db/activity/chain";
import type { Prisma } from "@/lib/db/generated/client";
import { log } from "@/lib/log";

export type Within = Prisma.TransactionClient;

/** The browser's job that a change is part of. */
export type Job = { id: string; kind: string };

export type Act = {
  kind: ActivityKind;
  memoryId?: string | null;
  /** How many it was about, where it was not one. */
  count?: number;
  job?: Job | null;
  outcome?: "done" | "unknown";
  /** When it was, where that is not now; never before what was recorded last. */
  at?: Date;
};

type Head = { seq: number; hash: string; at: Date; seal: string };

async function lockedHead(within: Within, userId: string): Promise<Head | undefined> {
  const [head] = await within.$queryRaw<Head[]>`
    SELECT "seq", "hash", "at", "seal" FROM "ActivityHead" WHERE "userId" = ${userId} FOR UPDATE`;
  return head;
}

/** A head for a person who has none: they were here before chains were, or somebody took it. */
async function lateHead(within: Within, userId: string): Promise<Head> {
  const last = await within.activity.findFirst({
    where: { userId },
    orderBy: { seq: "desc" },
    select: { seq: true, at: true },
  });
  const end = { userId, seq: last?.seq ?? 0, hash: origins.late, at: last?.at ?? new Date() };
  const data = { ...end, seal: last ? "" : sealOf(chainKey(), end) };
  await within.activityHead.createMany({ data: [data], skipDuplicates: true });
  const head = await lockedHead(within, userId);
  if (!head) throw new Error("A chain has no head.");
  return head;
}

/**
 * Whether an end is one that we sealed: with the present secret, or with one in use before. A
 * changed secret without the earlier one given would make everybody's chain one that is broken.
 */
function isOurs(userId: string, head: Head): boolean {
  const ours = chainKeys().some((key) => isSame(head.seal, sealOf(key, { userId, ...head })));
  if (!ours) log.error("an end of activity does not fit the secrets given", { userId });
  return ours;
}

/** Begins the chain of a person who is being made, in the transaction that makes them. */
export async function beginChain(within: Within, userId: string, at: Date): Promise<void> {
  const end = { userId, seq: 0, hash: origins.begun, at };
  await within.activityHead.create({ data: { ...end, seal: sealOf(chainKey(), end) } });
}

/**
 * Adds to a person's chain within the transaction of what it tells of. The head's row is held until
 * that ends, so of many at once each follows another; call it last, after every other lock, and ask
 * nothing of the pool in between.
 */
export function appendActivity(within: Within, userId: string, act: Act): Promise<void> {
  return appendNoted(within, userId, act);
}

/** The same for what was noted before, perhaps by another version of Keepsake with kinds of its own. */
export async function appendNoted(
  within: Within,
  userId: string,
  act: Omit<Act, "kind"> & { kind: string },
): Promise<void> {
  const key = chainKey();
  const head = (await lockedHead(within, userId)) ?? (await lateHead(within, userId));
  const isWhole = isOurs(userId, head);
  const wanted = act.at?.getTime() ?? Date.now();
  const row: ChainedRow = {
    userId,
    seq: head.seq + 1,
    at: new Date(Math.max(wanted, head.at.getTime())),
    kind: act.kind,
    memoryId: act.memoryId ?? null,
    count: act.count ?? null,
    jobId: act.job?.id ?? null,
    jobKind: act.job?.kind ?? null,
    outcome: act.outcome ?? "done",
  };
  const hash = hashOf(key, row, isWhole ? head.hash : origins.broken);
  const seal = sealOf(key, { ...row, hash });
  await within.$executeRaw`
    WITH moved AS (
      UPDATE "ActivityHead"
      SET "seq" = ${row.seq}, "hash" = ${hash}, "at" = ${row.at}::timestamp, "seal" = ${seal}
      WHERE "userId" = ${userId}
    )
    INSERT INTO "Activity" ("userId", "seq", "at", "kind", "memoryId", "count", "jobId", "jobKind",
      "outcome", "hash")
    VALUES (${userId}, ${row.seq}, ${row.at}::timestamp, ${row.kind}, ${row.memoryId},
      ${row.count}::int, ${row.jobId}, ${row.jobKind}, ${row.outcome}, ${hash})`;
}
