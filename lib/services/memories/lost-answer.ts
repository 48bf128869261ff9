import "server-only";
import { createHmac, hkdfSync } from "node:crypto";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import type { MemoryBlob } from "@/lib/memoram/memory-blobs";
import { memoram } from "@/lib/services/runtime";

/**
 * What content is known by once it was sent to Memoram: encrypted content is another text every
 * time, so its digest names one write. Keyed, so that a dump does not let anyone confirm a guess at
 * content that was stored readable.
 */
export function contentMark(storedContent: string): string {
  const key = hkdfSync("sha256", env().NEXTAUTH_SECRET, "", "keepsake content mark", 32);
  return createHmac("sha256", Buffer.from(key)).update(storedContent).digest("base64url");
}

const PAGE = 50;
/** Looking must leave time for the writing itself, while the page still waits. */
const SEARCH_MS = 15_000;
/** Memoram's clock may be behind ours. */
const CLOCKS_APART_MS = 10 * 60_000;

/**
 * The memory that an earlier write made, when its answer was lost; null when there is none. Memoram
 * has no idempotency and no search by content [D], and promises no order: it is asked page by page.
 * @param mark of the content as it was sent, by {@link contentMark}
 * @param accepts a closer look at a memory with that content, made since
 * @throws AppError memoram-timeout when not all could be looked through in time: to write again
 *   then could make a second one. What `memoryBlobs.list` throws.
 */
export async function findWritten(
  memoramUserId: string,
  { mark, since, accepts }: { mark: string; since: Date; accepts?: (blob: MemoryBlob) => boolean },
): Promise<MemoryBlob | null> {
  const earliest = since.getTime() - CLOCKS_APART_MS;
  const deadline = Date.now() + SEARCH_MS;
  const seen = new Set<string>();
  let cursor: string | undefined;
  do {
    const page = await memoram().memoryBlobs.list(memoramUserId, { limit: PAGE, cursor });
    const found = page.blobs.find(
      (blob) =>
        Date.parse(blob.created_at) >= earliest &&
        contentMark(blob.content) === mark &&
        (accepts?.(blob) ?? true),
    );
    if (found) return found;
    if (page.nextCursor === null || seen.has(page.nextCursor)) return null;
    seen.add(page.nextCursor);
    cursor = page.nextCursor;
  } while (Date.now() < deadline);
  throw new AppError("memoram-timeout");
}
