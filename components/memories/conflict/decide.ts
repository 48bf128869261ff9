import { formFields, sameValue } from "@/lib/client/memory-patch";
import type { MemoryForm } from "@/lib/contract/memory";
import { type FieldName, mergeStart, type Sides } from "./merge-start";
import type { Decisions, Take } from "./sides";

/** The decisions with `take` for a field. Merging begins with both, unless it was begun before. */
export function withTake(
  sides: Sides,
  decisions: Decisions,
  field: FieldName,
  take: Take,
): Decisions {
  const takes = { ...decisions.takes, [field]: take };
  if (take !== "merged" || decisions.merged[field] !== undefined) return { ...decisions, takes };
  return { takes, merged: { ...decisions.merged, ...mergeStart(sides, field) } };
}

/** What was put together by hand holds from the first change to it. */
export function withMerged(
  { takes, merged }: Decisions,
  field: FieldName,
  value: Partial<MemoryForm>,
): Decisions {
  return { takes: { ...takes, [field]: "merged" }, merged: { ...merged, ...value } };
}

/**
 * The fields for which the person had chosen when the newer version changed once more: what they
 * chose holds, but they should look again.
 */
export function changedAgain(
  before: MemoryForm,
  now: MemoryForm,
  { takes }: Decisions,
): FieldName[] {
  return formFields.filter(
    (field) => takes[field] !== undefined && !sameValue(before[field], now[field]),
  );
}
