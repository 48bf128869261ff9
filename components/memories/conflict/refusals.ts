import { memoryFormSchema } from "@/lib/contract/memory";
import type { FieldName, Sides } from "./merge-start";
import { conflictFields, type Decisions, resolved, takeOf } from "./sides";

/**
 * Why what was chosen cannot be saved, by field: the contract's sentences. What Memoram holds
 * already is not checked, since it is not sent.
 */
export function refusals(sides: Sides, decisions: Decisions): Partial<Record<FieldName, string>> {
  const checked = memoryFormSchema.safeParse(resolved(sides, decisions));
  if (checked.success) return {};
  const found: Partial<Record<FieldName, string>> = {};
  for (const field of conflictFields(sides)) {
    const take = takeOf(sides, decisions, field);
    const issue = checked.error.issues.find(({ path }) => path[0] === field);
    if (issue && (take === "mine" || take === "merged")) found[field] = issue.message;
  }
  return found;
}
