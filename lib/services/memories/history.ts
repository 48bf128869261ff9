import "server-only";
import { isDeepStrictEqual } from "node:util";
import { KEPT_VERSIONS } from "@/lib/contract/version";
import type { Keeper } from "@/lib/db/keeper";
import {
  addVersion,
  dropVersion,
  eraseVersions,
  listVersions,
  pruneVersions,
} from "@/lib/db/versions";
import { AppError } from "@/lib/errors";
import { causeOf, log } from "@/lib/log";
import type { Found } from "@/lib/services/memories/changing";
import { copyOf, type KeptCopy, openCopy, sealCopy } from "@/lib/services/memories/kept-copy";

/** What a person could tell two versions apart by: not the times, nor the ids. */
function whatShows({ memory, stored }: KeptCopy) {
  const { id: _id, tagIds: _tagIds, createdAt: _made, updatedAt: _changed, ...fields } = memory;
  return { ...fields, tags: memory.tags.toSorted(), stored };
}

/** What is done is done: the person is not told that it failed because of what comes after. */
async function evenIfItFails(userId: string, what: string, work: () => Promise<void>) {
  try {
    await work();
  } catch (error) {
    log.error(what, { userId, cause: causeOf(error) });
  }
}

/** A version that was kept for a write: `settle` it when that is done, `undo` it when it is not. */
export type Kept = { settle(): Promise<void>; undo(): Promise<void> };

/**
 * Seals and stores a memory as it is before a write, unless the latest version is the same already.
 * For a writer who is alone with the memory.
 * @throws AppError not-connected when the person has disconnected meanwhile: nothing may be kept.
 */
export async function keepVersion(keeper: Keeper, found: Found): Promise<Kept | null> {
  const { userId } = keeper;
  const memoryId = found.memory.id;
  const copy = copyOf(found.memory, found.stored);
  const [latest] = await listVersions(keeper, memoryId, 1);
  const last = latest && (await openCopy(latest, "MemoryVersion"));
  if (last && isDeepStrictEqual(whatShows(last), whatShows(copy))) return null;
  // Later than the one before, whatever the clocks say: the order of versions is theirs.
  const replacedAt = new Date(Math.max(Date.now(), (latest?.replacedAt.getTime() ?? 0) + 1));
  const sealed = await sealCopy(userId, "MemoryVersion", copy);
  const id = await addVersion(keeper, { memoryId, copy: sealed, replacedAt });
  if (id === null) throw new AppError("not-connected");
  return {
    settle: () =>
      evenIfItFails(userId, "pruning versions failed", () =>
        pruneVersions(keeper, memoryId, KEPT_VERSIONS),
      ),
    undo: () =>
      evenIfItFails(userId, "taking a version back failed", () => dropVersion(keeper, id)),
  };
}

/** Erases the history of a memory that was deleted without a copy of it being kept. */
export function forgetHistory(keeper: Keeper, memoryId: string): Promise<void> {
  return evenIfItFails(keeper.userId, "erasing versions failed", () =>
    eraseVersions(keeper, memoryId),
  );
}
