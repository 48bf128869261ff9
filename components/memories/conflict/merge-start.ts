import { applyPatch, structuredPatch } from "diff";
import { mergeForms } from "@/lib/client/drafts/merge-forms";
import type { MemoryForm } from "@/lib/contract/memory";

export type FieldName = keyof MemoryForm;

/** The three states of a memory that meet in a conflict. */
export type Sides = {
  /** What editing began from. */
  base: MemoryForm;
  /** What the person made of it. */
  mine: MemoryForm;
  /** What lies in Memoram now. */
  theirs: MemoryForm;
};

/** Comparing line by line stops here: whoever has more differences than this merges by eye. */
const MAX_LINE_EDITS = 2_000;

/** What putting both versions of a field together begins with; nothing for a level. */
export function mergeStart(sides: Sides, field: FieldName): Partial<MemoryForm> {
  switch (field) {
    case "importance":
    case "confidence":
      return {};
    case "tags":
      return { tags: mergeForms(sides.base, sides.mine, sides.theirs).tags.merged };
    default:
      return { [field]: mergedText(sides, field) };
  }
}

/**
 * Where both changed different lines: both changes. Where they changed the same ones: both texts
 * one after the other, mine first, for the person to cut.
 */
function mergedText(sides: Sides, field: "title" | "summary" | "content" | "source"): string {
  const base = newlines(sides.base[field]);
  const mine = newlines(sides.mine[field]);
  const theirs = newlines(sides.theirs[field]);
  if (mine === "" || theirs === "") return mine || theirs;
  if (field === "title" || field === "source") return `${mine} / ${theirs}`;
  return bothChanges(base, mine, theirs) ?? `${mine}\n\n${theirs}`;
}

const newlines = (text: string) => text.replace(/\r\n?/g, "\n");

/** Their changes to the common beginning, made to mine; null where they touch the same lines. */
function bothChanges(base: string, mine: string, theirs: string): string | null {
  const changes = structuredPatch("", "", base, theirs, undefined, undefined, {
    context: 1,
    maxEditLength: MAX_LINE_EDITS,
  });
  if (!changes) return null;
  const merged = applyPatch(mine, changes);
  return merged === false ? null : merged;
}
