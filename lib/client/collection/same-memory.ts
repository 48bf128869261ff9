import type { Memory } from "@/lib/contract/memory";

/** Whether two memories say the same in every field. */
export function isSameMemory(a: Memory, b: Memory): boolean {
  return (
    a === b ||
    (a.id === b.id &&
      a.updatedAt === b.updatedAt &&
      a.title === b.title &&
      a.summary === b.summary &&
      a.content === b.content &&
      a.contentState === b.contentState &&
      a.importance === b.importance &&
      a.confidence === b.confidence &&
      a.source === b.source &&
      a.createdAt === b.createdAt &&
      isSameList(a.tags, b.tags) &&
      isSameList(a.tagIds, b.tagIds))
  );
}

const isSameList = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((item, index) => item === b[index]);
