import "server-only";
import type { Memory } from "@/lib/contract/memory";
import { sentences } from "@/lib/contract/sentences";
import { sealContent } from "@/lib/crypto/content";
import { LeaseBusyError, withLease } from "@/lib/db/leases";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { isRefusal } from "@/lib/memoram/status-error";
import { type Access, aboutId } from "@/lib/services/connection/access";
import { openBlob, versioned } from "@/lib/services/memories/present";
import { memoram } from "@/lib/services/runtime";

/** Versions of a memory that a write may be based on, from `If-Match`; null: whatever is there. */
export type Expected = { matches(version: string): boolean } | null;

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

/** The right to write to a memory alone: nobody's change is lost between reading and writing. */
export const memoryLease = (userId: string, id: string) => `memory:${userId}:${id}`;

/** Runs `work` as the only writer of a memory. @throws AppError memoram-timeout after 20 s. */
export async function alone<T>(userId: string, id: string, work: () => Promise<T>): Promise<T> {
  try {
    return await withLease(memoryLease(userId, id), { waitMs: 20_000 }, work);
  } catch (error) {
    if (error instanceof LeaseBusyError) throw new AppError("memoram-timeout", { cause: error });
    throw error;
  }
}

/**
 * The memory as it is, if it is what the write expects, and the access that is good now.
 * @throws AppError edit-conflict; what `openBlob` throws.
 */
export async function readExpected(
  granted: Access,
  id: string,
  { expected, mustKnow = false }: { expected: Expected; mustKnow?: boolean },
): Promise<Found & { access: Access }> {
  const blob = await aboutId(() => memoram().memoryBlobs.read(granted.memoramUserId, id));
  const { value: memory, access } = await openBlob(blob, granted, { mustKnow });
  const { version } = versioned(memory, blob.content);
  if (expected && !expected.matches(version)) throw new AppError("edit-conflict");
  return { memory, access, stored: blob.content };
}
