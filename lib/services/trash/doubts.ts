import "server-only";
import type { Keeper } from "@/lib/db/keeper";
import { LeaseBusyError, withLease } from "@/lib/db/leases";
import { confirmCopy, dropDoubtful, listDoubtful, type TrashRow } from "@/lib/db/trash";
import { isAppError } from "@/lib/errors";
import { aboutId, isUpstreamTrouble, withAccess } from "@/lib/services/connection/access";
import { memoryLease } from "@/lib/services/memories/alone";
import { memoram } from "@/lib/services/runtime";
import { settledBefore } from "@/lib/services/trash/window";

/** At most so many are asked about when the trash is looked at, each for so long. */
const MOST_LOOKS = 5;
const LOOK_MS = 3_000;

/** Whether Memoram still has a memory; null when it is not of the account that is connected now. */
async function isThere({ userId, memoramUserId }: Keeper, id: string): Promise<boolean | null> {
  try {
    return await withAccess(userId, "read", async (access) => {
      if (access.memoramUserId !== memoramUserId) return null;
      await aboutId(() => memoram().memoryBlobs.read(memoramUserId, id, LOOK_MS));
      return true;
    });
  } catch (error) {
    if (isAppError(error, "not-found")) return false;
    throw error;
  }
}

/**
 * Settles whether the memory of an unconfirmed copy was deleted. Not while somebody is at work on
 * it; and what is still there counts as not deleted only once no deletion can be under way.
 */
async function settle(keeper: Keeper, { memoryId, deletedAt }: TrashRow): Promise<void> {
  try {
    await withLease(memoryLease(keeper.memoramUserId, memoryId), { waitMs: 0 }, async () => {
      const there = await isThere(keeper, memoryId);
      if (there === false) await confirmCopy(keeper, memoryId);
      if (there && deletedAt < settledBefore()) await dropDoubtful(keeper, memoryId);
    });
  } catch (error) {
    if (!(error instanceof LeaseBusyError)) throw error;
  }
}

/**
 * Settles a few of a person's deletions whose outcome is not known. Where Memoram cannot be asked,
 * they stay as they are.
 * @throws AppError that says why the connection cannot be used now.
 */
export async function settleDoubts(keeper: Keeper): Promise<void> {
  const settleIfPossible = async (row: TrashRow) => {
    try {
      await settle(keeper, row);
    } catch (error) {
      if (!isUpstreamTrouble(error)) throw error;
    }
  };
  await Promise.all((await listDoubtful(keeper, MOST_LOOKS)).map(settleIfPossible));
}

/** As `settleDoubts`, for one that somebody wants back. @throws AppError memoram-* too. */
export async function settleDoubt(keeper: Keeper, row: TrashRow | null): Promise<void> {
  if (row && !row.confirmed) await settle(keeper, row);
}
