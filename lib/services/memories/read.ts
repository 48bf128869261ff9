import "server-only";
import type { MemoryPage, MemoryQuery } from "@/lib/contract/memory";
import { sentences } from "@/lib/contract/sentences";
import { invalid, isAppError } from "@/lib/errors";
import type { MemoryBlob, MemoryBlobPage } from "@/lib/memoram/memory-blobs";
import { isRefusal } from "@/lib/memoram/status-error";
import { aboutId, withAccess } from "@/lib/services/connection/access";
import { openBlob, openBlobs, type Versioned, versioned } from "@/lib/services/memories/present";
import { memoram } from "@/lib/services/runtime";

/** The largest page Memoram answers is not documented: more is asked for in several calls. */
const UPSTREAM_LIMIT = 50;

/** Blobs up to `limit`, following the cursor as far as it takes; never past one that repeats. */
async function readBlobs(memoramUserId: string, query: MemoryQuery): Promise<MemoryBlobPage> {
  const { limit, tags, q: searchQuery, importance } = query;
  const blobs: MemoryBlob[] = [];
  let { cursor } = query;
  for (;;) {
    const asked = Math.min(limit - blobs.length, UPSTREAM_LIMIT);
    const filter = { limit: asked, cursor, tags, searchQuery, importance };
    const page = await memoram().memoryBlobs.list(memoramUserId, filter);
    blobs.push(...page.blobs);
    const { nextCursor } = page;
    if (nextCursor === null || nextCursor === cursor) return { blobs, nextCursor: null };
    if (blobs.length >= limit || page.blobs.length === 0) return { blobs, nextCursor };
    cursor = nextCursor;
  }
}

const unknownCursor = (error: unknown) => invalid("cursor", sentences.queryCursorUnknown, error);

/**
 * One page of a person's memories, opened, in Memoram's order. Filters go to Memoram as they are.
 * @throws AppError validation-failed for a cursor that Memoram refuses; what `withAccess` throws.
 */
export async function listMemories(userId: string, query: MemoryQuery): Promise<MemoryPage> {
  const hasCursor = query.cursor !== undefined;
  try {
    return await withAccess(userId, "read", async (access) => {
      try {
        const { blobs, nextCursor } = await readBlobs(access.memoramUserId, query);
        return { items: (await openBlobs(blobs, access)).value, nextCursor };
      } catch (error) {
        if (hasCursor && isRefusal(error, 400, 409, 410, 422)) throw unknownCursor(error);
        throw error;
      }
    });
  } catch (error) {
    // A 403 or 404 while access is still approved can only be about the cursor.
    if (hasCursor && isAppError(error, "not-found")) throw unknownCursor(error);
    throw error;
  }
}

/** @throws AppError not-found, also for somebody else's memory; what `withAccess` throws. */
export function getMemory(userId: string, id: string): Promise<Versioned> {
  return withAccess(userId, "read", async (access) => {
    const blob = await aboutId(() => memoram().memoryBlobs.read(access.memoramUserId, id));
    return versioned((await openBlob(blob, access)).value, blob.content);
  });
}
