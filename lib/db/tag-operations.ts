import "server-only";
import { db } from "@/lib/db/client";
import type { TagOperationModel } from "@/lib/db/generated/models";
import { type Keeper, ofKeeper } from "@/lib/db/keeper";
import { inTransaction } from "@/lib/db/transaction";

export type TagOperationRow = TagOperationModel;

/** The open ones, the oldest first. */
export function listTagOperations(keeper: Keeper): Promise<TagOperationRow[]> {
  return db().tagOperation.findMany({
    where: ofKeeper(keeper),
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
}

/**
 * Keeps an operation whose names are sealed, if fewer than `most` are open. The row of the
 * connection is held meanwhile: of many at once no more than that get through, and none outlives
 * a disconnect.
 * @returns "full", or "disconnected" when the person is no longer connected as that user.
 */
export function addTagOperation(
  keeper: Keeper,
  names: string,
  most: number,
): Promise<TagOperationRow | "full" | "disconnected"> {
  const { userId, memoramUserId } = keeper;
  return inTransaction(async (within) => {
    const connections = await within.$queryRaw<unknown[]>`
      SELECT 1 FROM "Connection" WHERE "userId" = ${userId}
        AND "memoramUserId" = ${memoramUserId} AND "status" = 'approved' FOR UPDATE`;
    if (connections.length === 0) return "disconnected";
    const open = await within.tagOperation.count({ where: ofKeeper(keeper) });
    if (open >= most) return "full";
    return within.tagOperation.create({ data: { ...ofKeeper(keeper), names } });
  });
}

/** @returns false when there is no such operation. */
export async function dropTagOperation(keeper: Keeper, id: string): Promise<boolean> {
  const { count } = await db().tagOperation.deleteMany({ where: { ...ofKeeper(keeper), id } });
  return count === 1;
}
