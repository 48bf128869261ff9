import "server-only";
import type { CreateMemory, UpdateMemory } from "@/lib/contract/memory";
import { sentences } from "@/lib/contract/sentences";
import { sealContent } from "@/lib/crypto/content";
import { LeaseBusyError, withLease } from "@/lib/db/leases";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import type { BlobFields } from "@/lib/memoram/memory-blobs";
import { isRefusal } from "@/lib/memoram/status-error";
import { type Access, aboutId, withAccess } from "@/lib/services/connection/access";
import {
  assertOwn,
  openBlob,
  toMemory,
  type Versioned,
  versioned,
} from "@/lib/services/memories/present";
import { memoram } from "@/lib/services/runtime";

/** Versions of a memory that a write may be based on, from `If-Match`; null: whatever is there. */
export type Expected = { matches(version: string): boolean } | null;

const seal = (content: string, access: Access) =>
  sealContent(content, access.encryptionKey, env().MEMORAM_CONTENT_FORMAT);

/** Memoram's own rules for values are not documented; where they are stricter than ours, say so. */
async function refusingValues<T>(write: () => Promise<T>): Promise<T> {
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

/** One writer at a time per memory, so that nobody's change is lost between reading and writing. */
async function alone<T>(userId: string, id: string, work: () => Promise<T>): Promise<T> {
  try {
    return await withLease(`memory:${userId}:${id}`, { waitMs: 12_000 }, work);
  } catch (error) {
    if (error instanceof LeaseBusyError) throw new AppError("memoram-timeout", { cause: error });
    throw error;
  }
}

/** The memory as it is, if it is what the write expects, and its content as Memoram keeps it. */
async function readExpected(
  granted: Access,
  id: string,
  { expected, mustKnow = false }: { expected: Expected; mustKnow?: boolean },
) {
  const blob = await aboutId(() => memoram().memoryBlobs.read(granted.memoramUserId, id));
  const { value: memory, access } = await openBlob(blob, granted, { mustKnow });
  const { version } = versioned(memory, blob.content);
  if (expected && !expected.matches(version)) throw new AppError("edit-conflict");
  return { memory, access, stored: blob.content };
}

/**
 * Stores a new memory, its content encrypted under the person's key.
 * @throws AppError validation-failed when Memoram refuses a value; what `withAccess` throws. After
 *   memoram-timeout, memoram-unavailable or memoram-bad-response it may have been stored.
 */
export function storeMemory(userId: string, body: CreateMemory): Promise<Versioned> {
  return withAccess(userId, "write", async (access) => {
    const fields = { ...body, content: seal(body.content, access) };
    const blob = await refusingValues(() => memoram().memoryBlobs.create(access, fields));
    assertOwn(blob, access);
    return versioned(toMemory(blob, { contentState: "decrypted", content: body.content }));
  });
}

/**
 * Changes the fields given. Content that cannot be read is only replaced on `replaceUnreadable`.
 * @throws AppError edit-conflict, unreadable-content, not-found, validation-failed; what
 *   `withAccess` throws.
 */
export function updateMemory(
  userId: string,
  id: string,
  body: UpdateMemory,
  expected: Expected,
): Promise<Versioned> {
  const { replaceUnreadable, content, ...rest } = body;
  return alone(userId, id, () =>
    withAccess(userId, "write", async (granted) => {
      const mustKnow = content !== undefined;
      const found = await readExpected(granted, id, { expected, mustKnow });
      const { memory: before, access, stored } = found;
      if (content !== undefined && before.contentState === "undecryptable" && !replaceUnreadable) {
        throw new AppError("unreadable-content");
      }
      const fields: BlobFields =
        content === undefined ? rest : { ...rest, content: seal(content, access) };
      const blob = await refusingValues(() => memoram().memoryBlobs.update(access, id, fields));
      assertOwn(blob, access);
      return content === undefined
        ? versioned(toMemory(blob, before), stored)
        : versioned(toMemory(blob, { contentState: "decrypted", content }));
    }),
  );
}

/**
 * Deletes a memory; Memoram keeps no copy [D].
 * @throws AppError edit-conflict, not-found; what `withAccess` throws.
 */
export function deleteMemory(userId: string, id: string, expected: Expected): Promise<void> {
  return alone(userId, id, () =>
    withAccess(userId, "write", async (access) => {
      if (expected) await readExpected(access, id, { expected });
      await aboutId(() => memoram().memoryBlobs.remove(access.memoramUserId, id));
    }),
  );
}
