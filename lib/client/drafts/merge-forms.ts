import { sameValue } from "@/lib/client/memory-patch";
import type { MemoryForm } from "@/lib/contract/memory";

/**
 * Who changed a field since `base`: nobody, or both to the same (`same`), one side (`mine`,
 * `theirs`), or each to something else (`both`).
 */
export type FieldState = "same" | "mine" | "theirs" | "both";

export type FieldMerge<Value> = {
  readonly base: Value;
  readonly mine: Value;
  readonly theirs: Value;
  readonly state: FieldState;
  /** What holds unless somebody chooses otherwise: the one change; of two, mine. */
  readonly merged: Value;
  /** Both changed it, and only a person can say what holds. Tags are merged by themselves. */
  readonly needsChoice: boolean;
};

export type FormMerge = { readonly [Field in keyof MemoryForm]: FieldMerge<MemoryForm[Field]> };

/**
 * A three-way comparison of one memory's form: `base` is what editing began from, `mine` what the
 * person typed, `theirs` the newest version.
 */
export function mergeForms(base: MemoryForm, mine: MemoryForm, theirs: MemoryForm): FormMerge {
  return {
    title: mergeValue(base.title, mine.title, theirs.title),
    summary: mergeValue(base.summary, mine.summary, theirs.summary),
    content: mergeValue(base.content, mine.content, theirs.content),
    tags: mergeTags(base.tags, mine.tags, theirs.tags),
    importance: mergeValue(base.importance, mine.importance, theirs.importance),
    confidence: mergeValue(base.confidence, mine.confidence, theirs.confidence),
    source: mergeValue(base.source, mine.source, theirs.source),
  };
}

function mergeValue<Value>(base: Value, mine: Value, theirs: Value): FieldMerge<Value> {
  const state = stateOf(base, mine, theirs, sameValue);
  const merged = state === "mine" || state === "both" ? mine : theirs;
  return { base, mine, theirs, state, merged, needsChoice: state === "both" };
}

/** What either side added is there, what either took away is not; the order is theirs, then mine. */
function mergeTags(base: string[], mine: string[], theirs: string[]): FieldMerge<string[]> {
  const taken = base.filter((name) => !mine.includes(name));
  const added = mine.filter((name) => !base.includes(name));
  const merged = [...new Set([...theirs, ...added])].filter((name) => !taken.includes(name));
  const state = stateOf(base, mine, theirs, isSameSet);
  return { base, mine, theirs, state, merged, needsChoice: false };
}

function stateOf<Value>(
  base: Value,
  mine: Value,
  theirs: Value,
  isSame: (a: Value, b: Value) => boolean,
): FieldState {
  if (isSame(mine, theirs)) return "same";
  if (isSame(base, theirs)) return "mine";
  return isSame(base, mine) ? "theirs" : "both";
}

/** Tags have no order that means anything. */
function isSameSet(a: readonly string[], b: readonly string[]): boolean {
  return a.every((name) => b.includes(name)) && b.every((name) => a.includes(name));
}
