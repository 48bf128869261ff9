import "server-only";
import { z } from "zod";
import { sentences } from "@/lib/contract/sentences";
import {
  type CreateTagOperation,
  MAX_TAG_OPERATIONS,
  type TagOperation,
} from "@/lib/contract/tag-operation";
import { sealedIn } from "@/lib/crypto/sealed-columns";
import { VaultError } from "@/lib/crypto/vault";
import {
  addTagOperation,
  dropTagOperation,
  listTagOperations,
  type TagOperationRow,
} from "@/lib/db/tag-operations";
import { AppError } from "@/lib/errors";
import { causeOf, log } from "@/lib/log";
import { assertConnected } from "@/lib/services/connection/access";
import { vault } from "@/lib/services/runtime";

const namesSchema = z.strictObject({ from: z.array(z.string()), to: z.string().nullable() });
type Names = z.infer<typeof namesSchema>;

const sealedFor = (userId: string) => sealedIn("TagOperation", "names", userId);

const present = ({ id, createdAt }: TagOperationRow, names: Names): TagOperation => ({
  id,
  ...names,
  createdAt: createdAt.toISOString(),
});

/** The names of an operation; null where they no longer open. */
export async function openTagNames(row: TagOperationRow): Promise<Names | null> {
  const { userId } = row;
  try {
    return namesSchema.parse(JSON.parse(await vault().open(row.names, sealedFor(userId))));
  } catch (error) {
    if (!(error instanceof VaultError)) throw error;
    log.error("a tag operation does not open", { userId, cause: causeOf(error) });
    return null;
  }
}

/** One that does not open can only be begun anew: it does not stand in the others' way. */
async function open(row: TagOperationRow): Promise<TagOperation[]> {
  const names = await openTagNames(row);
  return names === null ? [] : [present(row, names)];
}

/** The renames, merges and removals that were begun and not ended, the oldest first. */
export async function openTagOperations(userId: string): Promise<TagOperation[]> {
  const rows = await listTagOperations(await assertConnected(userId));
  return (await Promise.all(rows.map(open))).flat();
}

/**
 * Notes a rename, merge or removal before it is begun, so that it can be taken up again after a crash. The
 * work itself is one change after the other of the memories that carry those tags.
 * @throws AppError validation-failed when too many are open.
 */
export async function beginTagOperation(
  userId: string,
  body: CreateTagOperation,
): Promise<TagOperation> {
  const keeper = await assertConnected(userId);
  const names = { from: [...new Set(body.from)], to: body.to };
  const sealed = await vault().seal(JSON.stringify(names), sealedFor(userId));
  const row = await addTagOperation(keeper, sealed, MAX_TAG_OPERATIONS);
  if (row === "disconnected") throw new AppError("not-connected");
  if (row === "full") {
    throw new AppError("validation-failed", { detail: sentences.tagOperationsFull, errors: [] });
  }
  return present(row, names);
}

/** Ends an operation: done, or given up. @throws AppError not-found. */
export async function endTagOperation(userId: string, id: string): Promise<void> {
  const keeper = await assertConnected(userId);
  if (!(await dropTagOperation(keeper, id))) throw new AppError("not-found");
}
