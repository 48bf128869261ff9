import { changedFields, toForm } from "@/lib/client/memory-patch";
import type { ContentState, Memory, MemoryForm } from "@/lib/contract/memory";

export type TextField = "title" | "summary" | "content" | "source";
export type LevelField = "importance" | "confidence";

/** What differs in one field between an older and a newer state of a memory. */
export type FieldChange =
  | { kind: "text"; field: TextField; before: string; after: string }
  | { kind: "tags"; field: "tags"; before: string[]; after: string[] }
  | { kind: "level"; field: LevelField; before: number | null; after: number | null }
  /** One of the two contents cannot be read: nothing is said about what differs. */
  | { kind: "unreadable"; field: "content"; isOlder: boolean }
  | { kind: "stored"; field: "stored"; before: ContentState; after: ContentState };

/** The change of one field from one form to another. */
export function fieldChange(
  field: keyof MemoryForm,
  before: MemoryForm,
  after: MemoryForm,
): FieldChange {
  switch (field) {
    case "tags":
      return { kind: "tags", field, before: before.tags, after: after.tags };
    case "importance":
    case "confidence":
      return { kind: "level", field, before: before[field], after: after[field] };
    default:
      return { kind: "text", field, before: before[field], after: after[field] };
  }
}

/**
 * The fields that differ, in the form's order, and last how the content is stored. Two contents
 * that cannot be read count as alike: nobody can tell.
 */
export function memoryChanges(before: Memory, after: Memory): FieldChange[] {
  const [old, next] = [toForm(before), toForm(after)];
  const changes = changedFields(old, next).map((field) => fieldChange(field, old, next));
  const isOlder = before.content === null;
  if (isOlder !== (after.content === null)) {
    const at = changes.findIndex(({ field }) => field === "content");
    const unreadable: FieldChange = { kind: "unreadable", field: "content", isOlder };
    if (at >= 0) changes[at] = unreadable;
    else changes.push(unreadable);
  } else if (before.contentState !== after.contentState) {
    const { contentState: was } = before;
    changes.push({ kind: "stored", field: "stored", before: was, after: after.contentState });
  }
  return changes;
}
