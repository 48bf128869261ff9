import type { UseFormReturn } from "react-hook-form";
import { isApiError } from "@/lib/client/errors";
import { formFields } from "@/lib/client/memory-patch";
import type { MemoryForm } from "@/lib/contract/memory";

type Placed = { field: (typeof formFields)[number]; message: string };

/** The refusals of a 422 by form field; `tags.3` belongs to Tags. Null when one fits no field. */
export function fieldErrorsOf(error: unknown): Placed[] | null {
  if (!isApiError(error, "validation-failed") || error.errors.length === 0) return null;
  const placed: Placed[] = [];
  for (const { path, message } of error.errors) {
    const field = formFields.find((name) => path === name || path.startsWith(`${name}.`));
    if (!field) return null;
    if (!placed.some((one) => one.field === field)) placed.push({ field, message });
  }
  return placed;
}

/** Shows a 422 at its fields and leads to the first. False when a notice has to tell instead. */
export function showAtFields(
  form: Pick<UseFormReturn<MemoryForm>, "setError">,
  error: unknown,
): boolean {
  const placed = fieldErrorsOf(error);
  placed?.forEach(({ field, message }, index) => {
    form.setError(field, { type: "server", message }, { shouldFocus: index === 0 });
  });
  return placed !== null;
}
