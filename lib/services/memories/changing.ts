import "server-only";
import type { Memory } from "@/lib/contract/memory";
import { sentences } from "@/lib/contract/sentences";
import { sealContent } from "@/lib/crypto/content";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import type { MemoryBlob } from "@/lib/memoram/memory-blobs";
import { isRefusal } from "@/lib/memoram/status-error";
import { type Access, aboutId } from "@/lib/services/connection/access";
import {
  type Expected,
  type Telling,
  tellWaiting,
  type Writer,
} from "@/lib/services/memories/alone";
import { isGone } from "@/lib/services/memories/outcome";
import { openBlob, versioned } from "@/lib/services/memories/present";
import { memoram } from "@/lib/services/runtime";

/** A memory before a write, and its content as Memoram keeps it. */
export type Found = { memory: Memory; stored: string };

/** Content as it is written: encrypted under the person's key. */
export const sealFor = (content: string, access: Access) =>
  sealContent(content, access.encryptionKey, env().MEMORAM_CONTENT_FORMAT);

/** Memoram's own rules for values are not documented; where they are stricter than ours, say so. */
export async function refusingValues<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (!isRefusal(error, 400, 413, 422)) throw error;
    throw new AppError("validation-failed", {
      detail: sentences.refusedByMemoram,
      errors: [],
      cause: error,
    });
  }
}

/** The memory as Memoram has it; that it is gone, those who wait learn too. */
async function readTelling(access: Access, id: string, told: Telling): Promise<MemoryBlob> {
  try {
    return await aboutId(() => memoram().memoryBlobs.read(access.memoramUserId, id));
  } catch (error) {
    if (isGone(error)) told.gone();
    throw error;
  }
}

/**
 * The memory as it is, if it is what the write expects, and the access that is good now. Read once
 * more where it had to be waited for: what was under way may have changed it.
 * @throws AppError edit-conflict; what `openBlob` and `writer.settled` throw.
 */
export async function readExpected(
  granted: Access,
  id: string,
  writer: Writer,
  options: { expected: Expected; mustKnow?: boolean },
): Promise<Found & { access: Access }> {
  writer.assertSame(granted);
  const { expected, mustKnow = false } = options;
  const told = tellWaiting(granted.memoramUserId, id);
  const blob = await readTelling(granted, id, told);
  const { value: memory, access } = await openBlob(blob, granted, { mustKnow });
  const { version } = versioned(memory, blob.content);
  told.version(version);
  if (expected && !expected.matches(version)) throw new AppError("edit-conflict");
  if (await writer.settled()) return readExpected(access, id, writer, options);
  return { memory, access, stored: blob.content };
}
