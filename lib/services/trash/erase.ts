import "server-only";
import type { Job } from "@/lib/db/activity/append";
import { expireCopies } from "@/lib/db/expire";
import { eraseCopies } from "@/lib/db/trash";
import { AppError } from "@/lib/errors";
import { assertConnected } from "@/lib/services/connection/access";
import { settledBefore, trashSince } from "@/lib/services/trash/window";

/** Erases one deleted memory and its history for ever. @throws AppError not-found. */
export async function eraseFromTrash(
  userId: string,
  id: string,
  job: Job | null = null,
): Promise<void> {
  const keeper = await assertConnected(userId);
  await expireCopies(trashSince(), userId);
  const options = { memoryId: id, settledBefore: settledBefore(), job };
  if ((await eraseCopies(keeper, options)) === 0) throw new AppError("not-found");
}

/** Erases everything in the trash for ever; what is being deleted at this moment is not in it yet. */
export async function emptyTrash(userId: string): Promise<void> {
  const keeper = await assertConnected(userId);
  await eraseCopies(keeper, { settledBefore: settledBefore() });
}
