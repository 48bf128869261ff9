import "server-only";
import type { MemoryPage, MemoryQuery } from "@/lib/contract/memory";
import { invalid } from "@/lib/errors";
import { isRefusal } from "@/lib/memoram/status-error";
import { withAccess } from "@/lib/services/connection/access";
import { openBlob, openBlobs, type Versioned, versioned } from "@/lib/services/memories/present";
import { memoram } from "@/lib/services/runtime";

/**
 * One page of a person's memories, opened, in Memoram's order. Filters go to Memoram as they are.
 * @throws AppError validation-failed for a cursor that Memoram refuses; what `withAccess` throws.
 */
export function listMemories(userId: string, query: MemoryQuery): Promise<MemoryPage> {
  const { limit, cursor, tags, q, importance } = query;
  return withAccess(userId, "read", async (access) => {
    try {
      const page = await memoram().memoryBlobs.list(access.memoramUserId, {
        limit,
        cursor,
        tags,
        searchQuery: q,
        importance,
      });
      const { value: items } = await openBlobs(page.blobs, access);
      return { items, nextCursor: page.nextCursor };
    } catch (error) {
      if (cursor !== undefined && isRefusal(error, 400, 404, 409, 410, 422)) {
        throw invalid(
          "cursor",
          "Memoram does not know this cursor. Begin again without it.",
          error,
        );
      }
      throw error;
    }
  });
}

/** @throws AppError not-found, also for somebody else's memory; what `withAccess` throws. */
export function getMemory(userId: string, id: string): Promise<Versioned> {
  return withAccess(userId, "read", async (access) => {
    const blob = await memoram().memoryBlobs.read(access.memoramUserId, id);
    return versioned((await openBlob(blob, access)).value, blob.content);
  });
}
