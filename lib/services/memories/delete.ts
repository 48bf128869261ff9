import "server-only";
import type { Kept } from "@/lib/contract/trash";
import type { Job } from "@/lib/db/activity/append";
import { beginIntent } from "@/lib/db/activity/intents";
import type { Keeper } from "@/lib/db/keeper";
import { confirmCopy, confirmDeletion, dropDoubtful, findCopy, keepCopy } from "@/lib/db/trash";
import { AppError, isAppError } from "@/lib/errors";
import { causeOf, log } from "@/lib/log";
import { noteFailure, recorded } from "@/lib/services/activity/record";
import { type Access, aboutId, withAccess } from "@/lib/services/connection/access";
import { alone, type Expected, type Writer } from "@/lib/services/memories/alone";
import { type Found, readExpected } from "@/lib/services/memories/changing";
import { forgetHistory } from "@/lib/services/memories/history";
import { copyOf, sealCopy } from "@/lib/services/memories/kept-copy";
import { isGone, nothingHappened } from "@/lib/services/memories/outcome";
import { getPreferences } from "@/lib/services/preferences";
import { memoram } from "@/lib/services/runtime";
import { settledBefore } from "@/lib/services/trash/window";

type Remove = (access: Access) => Promise<unknown>;

/**
 * The copy is stored before Memoram is asked, since afterwards there is nothing left to copy. What
 * was lost on the way leaves it unconfirmed, to be settled when the trash is next looked at.
 */
async function deleteIntoTrash(
  remove: Remove,
  access: Access,
  id: string,
  found: Found,
  job: Job | null,
): Promise<Kept> {
  const { userId } = access;
  const earlier = await findCopy(access, id, settledBefore());
  const copy = await sealCopy(userId, "TrashedMemory", copyOf(found.memory, found.stored));
  if (!(await keepCopy(access, id, copy))) throw new AppError("not-connected");
  const intent = await beginIntent(userId, { kind: "delete", memoryId: id, job });
  try {
    await remove(access);
  } catch (error) {
    await noteFailure(intent, error);
    // An earlier deletion, whose answer was lost, may still be under way: the copy waits for it.
    const isOver = earlier === null || earlier.confirmed;
    if (nothingHappened(error) && !isGone(error) && isOver) await dropDoubtful(access, id);
    throw error;
  }
  try {
    await confirmDeletion(access, id, intent);
  } catch (error) {
    log.error("confirming a copy failed", { userId, cause: causeOf(error) });
  }
  return "kept";
}

async function deleteForGood(
  remove: Remove,
  access: Access,
  id: string,
  { expected, writer }: { expected: Expected; writer: Writer },
  job: Job | null,
): Promise<Kept> {
  if (expected) await readExpected(access, id, writer, { expected });
  else await writer.settled();
  await recorded(access.userId, { kind: "delete", memoryId: id, job }, () => remove(access));
  await forgetHistory(access, id);
  return "none";
}

/**
 * Deletes a memory. Memoram keeps no copy [D]: unless the person has turned the trash off, we do.
 * Deleting again what an earlier call deleted, whose answer was lost, is a success.
 * @returns whether a copy of the memory lies in the trash now.
 * @throws AppError edit-conflict, not-found; what `withAccess` throws. After memoram-timeout,
 *   memoram-unavailable or memoram-bad-response it may have been deleted.
 */
export function deleteMemory(
  userId: string,
  id: string,
  expected: Expected,
  job: Job | null = null,
): Promise<Kept> {
  return alone(userId, id, expected, async (writer) => {
    const remove: Remove = ({ memoramUserId }) =>
      writer.send(() => aboutId(() => memoram().memoryBlobs.remove(memoramUserId, id)));
    let keeper: Keeper | null = null;
    try {
      return await withAccess(userId, "write", async (access) => {
        keeper = access;
        writer.assertSame(access);
        const { trash } = await getPreferences(userId);
        if (!trash) return deleteForGood(remove, access, id, { expected, writer }, job);
        const { access: newest, ...found } = await readExpected(access, id, writer, { expected });
        return deleteIntoTrash(remove, newest, id, found, job);
      });
    } catch (error) {
      const wasMine =
        isAppError(error, "not-found") && keeper && (await confirmCopy(keeper, id, job));
      if (!wasMine) throw error;
      return "kept";
    }
  });
}
