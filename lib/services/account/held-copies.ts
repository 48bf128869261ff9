import "server-only";
import type { ProblemCode } from "@/lib/contract/problem";
import type { MemoryVersionModel, TrashedMemoryModel } from "@/lib/db/generated/models";
import type { Keeper } from "@/lib/db/keeper";
import { expiredMemoryIds } from "@/lib/db/trash";
import { AppError } from "@/lib/errors";
import { assertConnected } from "@/lib/services/connection/access";
import { openCopy } from "@/lib/services/memories/kept-copy";
import { trashSince } from "@/lib/services/trash/window";

/** Why something sealed is named and not opened: the code that the app itself would answer with. */
export type Withheld = ProblemCode | "another-memoram-user" | "expired";

/** As whom a person may see what is kept of memories, or why as nobody. */
export type Opening = { keeper: Keeper; since: Date } | { reason: ProblemCode };

/**
 * What an export may open: no more than the trash and the history show at this moment. Whoever is
 * no longer let in by Memoram is not let in to the copies either.
 */
export async function openingFor(userId: string): Promise<Opening> {
  try {
    return { keeper: await assertConnected(userId), since: trashSince() };
  } catch (error) {
    if (error instanceof AppError && error.status < 500) return { reason: error.code };
    throw error;
  }
}

/** Why what was kept under `memoramUserId` stays closed; null where it may be opened. */
export function withheld(opening: Opening, memoramUserId: string): Withheld | null {
  if ("reason" in opening) return opening.reason;
  return opening.keeper.memoramUserId === memoramUserId ? null : "another-memoram-user";
}

const closed = (notOpened: Withheld) => ({ held: true, notOpened }) as const;

/** One whose vault key is gone is named, and said to be unreadable. */
export const lost = { unreadable: true } as const;

/** Each row with what was kept in it, or with why that stays closed. */
export async function* exportedTrash(opening: Opening, rows: AsyncIterable<TrashedMemoryModel>) {
  for await (const row of rows) {
    const { memoryId, memoramUserId, deletedAt, confirmed } = row;
    const isExpired = "since" in opening && deletedAt <= opening.since;
    const reason = withheld(opening, memoramUserId) ?? (isExpired ? "expired" : null);
    const copy = reason ? closed(reason) : ((await openCopy(row, "TrashedMemory")) ?? lost);
    yield { memoryId, memoramUserId, deletedAt, confirmed, ...copy };
  }
}

/** The same of earlier versions; those of a memory whose time in the trash is over have expired. */
export async function* exportedVersions(opening: Opening, rows: AsyncIterable<MemoryVersionModel>) {
  const gone =
    "keeper" in opening
      ? new Set(await expiredMemoryIds(opening.keeper, opening.since))
      : new Set<string>();
  for await (const row of rows) {
    const { id, memoryId, memoramUserId, replacedAt, missedAt } = row;
    const isMissed = "since" in opening && missedAt !== null && missedAt <= opening.since;
    const isExpired = isMissed || gone.has(memoryId);
    const reason = withheld(opening, memoramUserId) ?? (isExpired ? "expired" : null);
    const copy = reason ? closed(reason) : ((await openCopy(row, "MemoryVersion")) ?? lost);
    yield { id, memoryId, memoramUserId, replacedAt, missedAt, ...copy };
  }
}
