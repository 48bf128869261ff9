import "server-only";
import type { CreateMemory, UpdateMemory } from "@/lib/contract/memory";
import type { Job } from "@/lib/db/activity/append";
import { AppError } from "@/lib/errors";
import type { MemoryBlob } from "@/lib/memoram/memory-blobs";
import { recorded } from "@/lib/services/activity/record";
import { type Access, withAccess } from "@/lib/services/connection/access";
import type { Expected } from "@/lib/services/memories/alone";
import { changeMemory } from "@/lib/services/memories/change";
import { refusingValues, sealFor } from "@/lib/services/memories/changing";
import { assertOwn, toMemory, type Versioned, versioned } from "@/lib/services/memories/present";
import { memoram } from "@/lib/services/runtime";

/** How a write is found again whose answer was lost. */
export type LostAnswers = {
  /** The memory that an earlier attempt made, or null. */
  find(access: Access): Promise<MemoryBlob | null>;
  /** Notes what will be sent, before it is. */
  sending(storedContent: string): Promise<void>;
  /** What was sent failed. Never throws. */
  failed(storedContent: string, error: unknown): Promise<void>;
};

/**
 * Stores a new memory, its content encrypted under the person's key.
 * @throws AppError validation-failed when Memoram refuses a value; what `withAccess` and `lost`
 *   throw. After memoram-timeout, memoram-unavailable or memoram-bad-response it may have been
 *   stored.
 */
export function storeMemory(
  userId: string,
  body: CreateMemory,
  lost?: LostAnswers,
): Promise<Versioned> {
  return withAccess(userId, "write", async (access) => {
    const earlier = (await lost?.find(access)) ?? null;
    const write = async () => {
      const fields = { ...body, content: sealFor(body.content, access) };
      await lost?.sending(fields.content);
      try {
        return await refusingValues(() => memoram().memoryBlobs.create(access, fields));
      } catch (error) {
        await lost?.failed(fields.content, error);
        throw error;
      }
    };
    const blob = await recorded(
      userId,
      { kind: "create" },
      async () => earlier ?? (await write()),
      ({ id }) => id,
    );
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
  job: Job | null = null,
): Promise<Versioned> {
  const { replaceUnreadable, content, ...fields } = body;
  const mustKnow = content !== undefined;
  return changeMemory(userId, id, { expected, mustKnow, as: { job } }, ({ memory }) => {
    if (content === undefined) return { fields };
    if (memory.contentState === "undecryptable" && !replaceUnreadable) {
      throw new AppError("unreadable-content");
    }
    return { fields, content: { text: content } };
  });
}
