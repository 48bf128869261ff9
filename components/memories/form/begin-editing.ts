import { conflictFields, type Decisions, noDecisions } from "@/components/memories/conflict/sides";
import type { Draft } from "@/lib/client/drafts/draft";
import type { MemoryVersion } from "@/lib/client/memories";
import { changedFields, toForm } from "@/lib/client/memory-patch";
import type { Memory, MemoryForm } from "@/lib/contract/memory";

/** What a form begins with. */
export type Beginning = {
  /** The version that the words were written to. */
  base: MemoryVersion;
  values: MemoryForm;
  /** When the words that are back were kept, in milliseconds since 1970; null when there are none. */
  restoredFrom: number | null;
  /** A newer version than `base`, and what was decided about it so far; null when none matters. */
  newer: { newest: MemoryVersion; decisions: Decisions } | null;
};

/**
 * Begins with the draft where there is one. Where the memory has changed since, both versions are
 * to be looked at; where only its times did, the words now belong to the newer one.
 */
export function beginEditing(version: MemoryVersion, draft: Draft | null): Beginning {
  const now = toForm(version.memory);
  const fresh = { base: version, values: now, restoredFrom: null, newer: null };
  if (!draft?.base) return fresh;
  const base = { memory: draft.base, etag: draft.baseEtag };
  const [before, { values }] = [toForm(draft.base), draft];
  if (changedFields(before, values).length === 0) return fresh;
  const restored = { base, values, restoredFrom: draft.savedAt, newer: null };
  if (base.etag === version.etag) return restored;
  const sides = { base: before, mine: values, theirs: now };
  if (conflictFields(sides).length === 0) return fresh;
  if (!isNewer(base, version)) return { ...restored, base: version };
  return { ...restored, newer: { newest: version, decisions: draft.decisions ?? noDecisions } };
}

/**
 * Whether a draft waits for nothing any more: the memory says what the draft says, and did not when
 * it was begun. That is what a reload finds that came between a save and its answer.
 */
export function isLanded(memory: Memory, draft: Draft | null): boolean {
  if (!draft?.base || changedFields(toForm(memory), draft.values).length > 0) return false;
  return changedFields(toForm(draft.base), draft.values).length > 0;
}

/** Whether the newer version says anything else than the older one, or can be read otherwise. */
export function isNewer({ memory: older }: MemoryVersion, { memory: newer }: MemoryVersion) {
  const isSame = changedFields(toForm(older), toForm(newer)).length === 0;
  return !isSame || (older.content === null) !== (newer.content === null);
}
