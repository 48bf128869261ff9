import "server-only";
import type { TrashRow } from "@/lib/db/trash";
import type { MemoryBlob } from "@/lib/memoram/memory-blobs";
import { sameTags } from "@/lib/services/memories/change";
import { type KeptCopy, verbatimContent } from "@/lib/services/memories/kept-copy";
import { findWritten } from "@/lib/services/memories/lost-answer";

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
 * is none.
 * @throws AppError what `findWritten` throws
 */
export async function findRestored(
  memoramUserId: string,
  row: TrashRow,
  copy: KeptCopy,
): Promise<MemoryBlob | null> {
  const { restoringAt: since, restoreMarks: marks, restoreSentAt: underWaySince, memoryId } = row;
  const accepts = (blob: MemoryBlob) => blob.id !== memoryId && isTheSame(blob, copy);
  return findWritten(memoramUserId, { marks, since, underWaySince }, { accepts });
}
