"use client";

import { CircleAlert } from "lucide-react";
import { type ReactNode, useId, useMemo } from "react";
import { FieldContext, type FieldControl } from "@/components/ui/field-context";
import { useValidationText } from "@/lib/i18n/validation-text";

type FieldScopeProps = {
  error?: string | undefined;
  /** The id of what explains the field, wherever that stands. */
  hintId?: string | undefined;
  /** Lays out label and control; `message` says why the value is refused, and is empty otherwise. */
  children: (control: FieldControl, message: ReactNode) => ReactNode;
};

/**
 * Ties label, control, hint and error together as `Field` does, and leaves to the layout where each
 * of them stands.
 */
export function FieldScope({ error, hintId, children }: FieldScopeProps) {
  const id = useId();
  const inWords = useValidationText();
  const invalid = error !== undefined && error !== "";
  const control = useMemo(
    () => ({
      id,
      labelId: `${id}-label`,
      describedBy: [invalid && `${id}-error`, hintId].filter(Boolean).join(" ") || undefined,
      invalid,
      required: false,
    }),
    [id, invalid, hintId],
  );
  const message = (
    <div aria-live="polite" className="empty:hidden">
      {invalid && (
        <p id={`${id}-error`} className="mt-2 flex gap-1.5 font-sans text-danger text-small">
          <CircleAlert aria-hidden="true" className="mt-[2px] size-3.5 shrink-0" />
          {inWords(error)}
        </p>
      )}
    </div>
  );
  return <FieldContext value={control}>{children(control, message)}</FieldContext>;
}
