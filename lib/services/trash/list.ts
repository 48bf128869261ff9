import "server-only";
import { z } from "zod";
import { sentences } from "@/lib/contract/sentences";
import type { TrashItem, TrashPage, TrashQuery } from "@/lib/contract/trash";
import { expireCopies } from "@/lib/db/expire";
import {
  countCopies,
  listCopies,
  listCopyIds,
  type TrashPlace,
  type TrashRow,
} from "@/lib/db/trash";
import { invalid } from "@/lib/errors";
import { assertConnected } from "@/lib/services/connection/access";
import { expireNowAndThen } from "@/lib/services/expire";
import { openCopy } from "@/lib/services/memories/kept-copy";
import { settleDoubts } from "@/lib/services/trash/doubts";
import { expiryOf, trashSince } from "@/lib/services/trash/window";

const placeSchema = z.tuple([z.number().int().min(0).max(8.64e15), z.string()]);

/** A place in the trash as an opaque cursor. It tells nothing and opens nothing: it needs no seal. */
const toCursor = ({ deletedAt, memoryId }: TrashPlace) =>
  Buffer.from(JSON.stringify([deletedAt.getTime(), memoryId])).toString("base64url");

function fromCursor(cursor: string): TrashPlace {
  try {
    const text = Buffer.from(cursor, "base64url").toString("utf8");
    const [time, memoryId] = placeSchema.parse(JSON.parse(text));
    return { deletedAt: new Date(time), memoryId };
  } catch (error) {
    throw invalid("cursor", sentences.trashCursorUnknown, error);
  }
}

async function present(row: TrashRow): Promise<TrashItem[]> {
  const copy = await openCopy(row, "TrashedMemory");
  if (copy === null) return [];
  const deletedAt = row.deletedAt.toISOString();
  return [{ memory: copy.memory, deletedAt, expiresAt: expiryOf(row.deletedAt).toISOString() }];
}

/**
 * One page of a person's trash, the latest deleted first. Looking at the first erases what has
 * expired and settles a few deletions whose outcome is not known.
 * @throws AppError validation-failed for a cursor that is not ours; not-connected and the like.
 */
export async function listTrash(userId: string, { limit, cursor }: TrashQuery): Promise<TrashPage> {
  const after = cursor === undefined ? null : fromCursor(cursor);
  const keeper = await assertConnected(userId);
  const since = trashSince();
  if (after === null) {
    await expireCopies(since, userId);
    await expireNowAndThen();
    await settleDoubts(keeper);
  }
  const rows = await listCopies(keeper, { since, after, take: limit + 1 });
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return {
    items: (await Promise.all(shown.map(present))).flat(),
    nextCursor: last ? toCursor(last) : null,
    total: await countCopies(keeper, since),
  };
}

/** The ids of all that lies in a person's trash, the latest deleted first. @throws AppError not-connected and the like. */
export async function listTrashIds(userId: string): Promise<string[]> {
  return listCopyIds(await assertConnected(userId), trashSince());
}
