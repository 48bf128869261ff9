import "server-only";
import { sentences } from "@/lib/contract/sentences";
import { openContent } from "@/lib/crypto/content";
import { sealedIn } from "@/lib/crypto/sealed-columns";
import type { Job } from "@/lib/db/activity/append";
import { beginIntent, type Intent } from "@/lib/db/activity/intents";
import { findIdempotency } from "@/lib/db/idempotency";
import type { Keeper } from "@/lib/db/keeper";
import { LeaseBusyError, withLease } from "@/lib/db/leases";
import {
  abandonRestore,
  beginRestore,
  findCopy,
  finishRestore,
  noteRestoreUnderWay,
  type TrashRow,
} from "@/lib/db/trash";
import { AppError } from "@/lib/errors";
import { causeOf, log } from "@/lib/log";
import type { BlobFields, MemoryBlob, MemoryBlobResponse } from "@/lib/memoram/memory-blobs";
import { underWaySince } from "@/lib/memoram/sent";
import { noteFailure } from "@/lib/services/activity/record";
import { type Access, assertConnected, withAccess } from "@/lib/services/connection/access";
import { refusingValues, sealFor } from "@/lib/services/memories/changing";
import {
  type KeptCopy,
  keptCopySchema,
  openCopy,
  verbatimContent,
} from "@/lib/services/memories/kept-copy";
import { contentMark } from "@/lib/services/memories/lost-answer";
import { nothingHappened } from "@/lib/services/memories/outcome";
import { assertOwn, toMemory, type Versioned, versioned } from "@/lib/services/memories/present";
import { memoram, vault } from "@/lib/services/runtime";
import { settleDoubt } from "@/lib/services/trash/doubts";
import { findRestored } from "@/lib/services/trash/restored";
import { trashSince } from "@/lib/services/trash/window";

const sealedFor = (userId: string) => sealedIn("IdempotencyRecord", "outcome", userId);

/** A space keeps it apart from every key that a request can carry. */
const outcomeKey = ({ memoramUserId }: Keeper, id: string) => `restore ${memoramUserId} ${id}`;

/** The answer that was given when the memory was restored. @throws AppError not-found without one. */
async function replay(keeper: Keeper, id: string): Promise<Versioned> {
  const { userId } = keeper;
  const record = await findIdempotency(userId, outcomeKey(keeper, id));
  if (!record?.outcome) throw new AppError("not-found");
  const outcome = await vault().open(record.outcome, sealedFor(userId));
  const { memory, stored } = keptCopySchema.parse(JSON.parse(outcome));
  return versioned(memory, stored);
}

/** Everything the memory had; what it had not is left out. */
function fieldsOf({ memory }: KeptCopy): Omit<BlobFields, "content"> {
  const { title, summary, importance, confidence, source, tags } = memory;
  return {
    tags,
    ...(title === null ? {} : { title }),
    ...(summary === null ? {} : { summary }),
    ...(importance === null ? {} : { importance }),
    ...(confidence === null ? {} : { confidence }),
    ...(source === null ? {} : { source }),
  };
}

type Made = { blob: MemoryBlobResponse; content: string; intent: Intent | null };

/** Makes the memory anew, having noted what it can be known by when the answer is lost. */
async function bringBack(
  access: Access,
  row: TrashRow,
  copy: KeptCopy,
  job: Job | null,
): Promise<Made> {
  const { memoryId } = row;
  const content = verbatimContent(copy) ?? sealFor(copy.memory.content ?? "", access);
  await beginRestore(access, row, contentMark(content));
  const intent = await beginIntent(access.userId, { kind: "restore", memoryId, job });
  try {
    const fields = { ...fieldsOf(copy), content };
    const blob = await refusingValues(() => memoram().memoryBlobs.create(access, fields));
    return { blob, content, intent };
  } catch (error) {
    await noteFailure(intent, error);
    if (nothingHappened(error)) await abandonRestore(access, row);
    else await noteRestoreUnderWay(access, memoryId, underWaySince(error));
    throw error;
  }
}

const asMade = (blob: MemoryBlob | null): Made | null =>
  blob && { blob, content: blob.content, intent: null };

async function restoreOnce(
  keeper: Keeper,
  id: string,
  access: Access,
  job: Job | null,
): Promise<Versioned> {
  const { userId } = keeper;
  if (access.memoramUserId !== keeper.memoramUserId) throw new AppError("not-found");
  const row = await findCopy(keeper, id, trashSince());
  if (!row?.confirmed) throw new AppError("not-found");
  const copy = await openCopy(row, "TrashedMemory");
  if (copy === null || copy.memory.id !== id) {
    throw new AppError("unreadable-content", { detail: sentences.copyLost });
  }
  const earlier = asMade(await findRestored(keeper.memoramUserId, row, copy));
  const { blob, content, intent } = earlier ?? (await bringBack(access, row, copy, job));
  assertOwn(blob, access);
  const { state, content: text } = openContent(content, access.encryptionKey);
  const memory = toMemory(blob, { contentState: state, content: text });
  try {
    const outcome = await vault().seal(
      JSON.stringify({ memory, stored: content }),
      sealedFor(userId),
    );
    const key = outcomeKey(keeper, id);
    await finishRestore(keeper, id, { newId: memory.id, key, outcome, job, intent });
  } catch (error) {
    // The memory is back: asked again, we find it by its mark and finish then.
    log.error("finishing a restore failed", { userId, cause: causeOf(error) });
  }
  return versioned(memory, content);
}

/**
 * Brings a deleted memory back, under a new id: Memoram cannot give it the old one. Asked again, or
 * by many at once, it is one memory and the same answer for 24 hours. Its history follows it.
 * @throws AppError not-found for what is not in the trash; unreadable-content for a copy that no
 *   longer opens; validation-failed when Memoram refuses a value; what `withAccess` throws.
 */
export async function restoreFromTrash(
  userId: string,
  id: string,
  job: Job | null = null,
): Promise<Versioned> {
  const keeper = await assertConnected(userId);
  const find = () => findCopy(keeper, id, trashSince());
  await settleDoubt(keeper, await find());
  const meanwhile = async () => ((await find()) ? undefined : replay(keeper, id));
  const lease = `restore:${userId}:${keeper.memoramUserId}:${id}`;
  try {
    return await withLease(lease, { waitMs: 30_000, meanwhile }, async () => {
      const answered = await meanwhile();
      if (answered) return answered;
      return withAccess(userId, "write", (access) => restoreOnce(keeper, id, access, job));
    });
  } catch (error) {
    if (error instanceof LeaseBusyError) throw new AppError("memoram-timeout", { cause: error });
    throw error;
  }
}
