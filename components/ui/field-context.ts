"use client";

import { createContext, useContext } from "react";

export interface FieldControl {
  id: string;
  labelId: string;
  describedBy: string | undefined;
  invalid: boolean;
  required: boolean;
}

export const FieldContext = createContext<FieldControl | null>(null);

/** The Field around a control, for controls that are not an Input or a Textarea; null outside. */
export function useField(): FieldControl | null {
  return useContext(FieldContext);
}

/** What ties a native control to the Field around it. Spread it before the control's own props. */
export function useFieldProps() {
  const field = useField();
  if (field === null) return {};
  return {
    id: field.id,
    "aria-describedby": field.describedBy,
    "aria-invalid": field.invalid || undefined,
    "aria-required": field.required || undefined,
  };
}
