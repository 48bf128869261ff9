import { type FormMerge, mergeForms } from "@/lib/client/drafts/merge-forms";
import { formFields } from "@/lib/client/memory-patch";
import type { MemoryForm } from "@/lib/contract/memory";
import { type FieldName, mergeStart, type Sides } from "./merge-start";

/** Which state of a field is to hold; `merged` is the person's own third. */
export type Take = "mine" | "theirs" | "merged";

/** What the person chose so far, and what they wrote by hand, also where they chose otherwise. */
export type Decisions = {
  takes: { readonly [Field in FieldName]?: Take | undefined };
  merged: { readonly [Field in FieldName]?: MemoryForm[Field] | undefined };
};

export const noDecisions: Decisions = { takes: {}, merged: {} };

export const mergeOf = ({ base, mine, theirs }: Sides): FormMerge => mergeForms(base, mine, theirs);

/** The fields in which mine and theirs differ, in the form's order. */
export function conflictFields(sides: Sides): FieldName[] {
  const merge = mergeOf(sides);
  return formFields.filter((field) => merge[field].state !== "same");
}

/**
 * What holds where nobody chose: who alone changed a field is right, and tags of both sides belong
 * together. Null where both changed it otherwise: that is for the person to say.
 */
export function defaultTake(sides: Sides, field: FieldName): Take | null {
  const { state, needsChoice } = mergeOf(sides)[field];
  if (state === "mine") return "mine";
  if (state === "both") return needsChoice ? null : "merged";
  return "theirs";
}

export const takeOf = (sides: Sides, { takes }: Decisions, field: FieldName): Take | null =>
  takes[field] ?? defaultTake(sides, field);

/** The fields that wait for a choice. */
export const undecidedFields = (sides: Sides, decisions: Decisions): FieldName[] =>
  conflictFields(sides).filter((field) => takeOf(sides, decisions, field) === null);

/** Levels are taken from one side or the other; words and tags can also be put together. */
export const isMergeable = (field: FieldName) => field !== "importance" && field !== "confidence";

/** The memory as it will be: theirs, with what was chosen otherwise. Undecided fields stay theirs. */
export function resolved(sides: Sides, decisions: Decisions): MemoryForm {
  const form = { ...sides.theirs };
  for (const field of conflictFields(sides)) {
    const take = takeOf(sides, decisions, field);
    if (take === "mine") Object.assign(form, { [field]: sides.mine[field] });
    if (take === "merged") Object.assign(form, { [field]: mergedValue(sides, decisions, field) });
  }
  return form;
}

/** What was put together by hand, or where nobody began yet, what that begins with. */
export function mergedValue(
  sides: Sides,
  { merged }: Decisions,
  field: FieldName,
): MemoryForm[FieldName] {
  return merged[field] ?? mergeStart(sides, field)[field] ?? sides.mine[field];
}
