import "server-only";
import { createHmac, hkdfSync } from "node:crypto";
import type { TrashRow } from "@/lib/db/trash";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import type { MemoryBlob } from "@/lib/memoram/memory-blobs";
import { sameTags } from "@/lib/services/memories/change";
import { type KeptCopy, verbatimContent } from "@/lib/services/memories/kept-copy";
import { memoram } from "@/lib/services/runtime";

/** Keyed, so that a dump does not let anyone confirm a guess at content that was stored readable. */
export function restoreMark(storedContent: string): string {
  const key = hkdfSync("sha256", env().NEXTAUTH_SECRET, "", "keepsake restore mark", 32);
  return createHmac("sha256", Buffer.from(key)).update(storedContent).digest("base64url");
}

const PAGE = 50;
/** Looking must leave time for the restoring itself, while the page still waits. */
const SEARCH_MS = 15_000;
/** Memoram's clock may be behind ours. */
const CLOCKS_APART_MS = 10 * 60_000;

/** Encrypted content is another text every time; what was stored as it was needs a closer look. */
function isTheSame(blob: MemoryBlob, copy: KeptCopy): boolean {
  if (verbatimContent(copy) === null) return true;
  const { title, summary, importance, confidence, source, tags } = copy.memory;
  return (
    blob.title === title &&
    blob.summary === summary &&
    blob.importance === importance &&
    blob.confidence === confidence &&
    blob.source === source &&
    sameTags(blob.tags, tags)
  );
}

/**
 * The memory that an earlier attempt at restoring made, when its answer was lost; null when there
 * is none. Memoram cannot be asked for it but page by page.
 * @throws AppError memoram-timeout when not all could be looked through in time: to make it anew
 *   then could make a second one. What `memoryBlobs.list` throws.
 */
export async function findRestored(
  memoramUserId: string,
  row: TrashRow,
  copy: KeptCopy,
): Promise<MemoryBlob | null> {
  const { restoringAt, restoreMark: mark, memoryId } = row;
  if (restoringAt === null || mark === null) return null;
  const earliest = restoringAt.getTime() - CLOCKS_APART_MS;
  const deadline = Date.now() + SEARCH_MS;
  const seen = new Set<string>();
  let cursor: string | undefined;
  do {
    const page = await memoram().memoryBlobs.list(memoramUserId, { limit: PAGE, cursor });
    const found = page.blobs.find(
      (blob) =>
        blob.id !== memoryId &&
        Date.parse(blob.created_at) >= earliest &&
        restoreMark(blob.content) === mark &&
        isTheSame(blob, copy),
    );
    if (found) return found;
    if (page.nextCursor === null || seen.has(page.nextCursor)) return null;
    seen.add(page.nextCursor);
    cursor = page.nextCursor;
  } while (Date.now() < deadline);
  throw new AppError("memoram-timeout");
}
