import { zodResolver } from "@hookform/resolvers/zod";
import type { Resolver } from "react-hook-form";
import { formFields, sameValue } from "@/lib/client/memory-patch";
import { type MemoryForm, memoryFormSchema } from "@/lib/contract/memory";

export type FormContext = {
  /** What the form began with; null for a new memory, of which every field is checked. */
  initial: MemoryForm | null;
  /** The person chose to replace content that cannot be read: then it must be written. */
  replacesContent: boolean;
};

const check = zodResolver(memoryFormSchema);

/**
 * The contract's rules, for what the person changed. Memoram may hold values that the rules would
 * refuse (an importance of 3, a longer title): untouched they are not sent, so they pass.
 */
export const memoryResolver: Resolver<MemoryForm, FormContext> = async (
  values,
  context,
  options,
) => {
  const { errors } = await check(values, undefined, options);
  const initial = context?.initial;
  for (const field of formFields) {
    const mustBeGiven = field === "content" && context?.replacesContent;
    if (initial && !mustBeGiven && sameValue(initial[field], values[field])) delete errors[field];
  }
  return Object.keys(errors).length > 0 ? { values: {}, errors } : { values, errors: {} };
};
