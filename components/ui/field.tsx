"use client";

import { CircleAlert } from "lucide-react";
import { type ReactNode, useId, useMemo } from "react";
import { useValidationText } from "@/lib/i18n/validation-text";
import { cn } from "./cn";
import { FieldContext } from "./field-context";

interface FieldProps {
  label: string;
  /** One line under the control that helps before anything went wrong. */
  hint?: ReactNode;
  /** Why the value cannot be accepted; a sentence of the contract is said in the person's language. */
  error?: string | undefined;
  /** Something small at the end of the label's line: a counter, a clear button. */
  aside?: ReactNode;
  required?: boolean;
  hideLabel?: boolean;
  className?: string;
  /** An Input, Textarea or Slider; other controls take `useFieldProps()` themselves. */
  children: ReactNode;
}

/** Label, control, hint and error, tied together for screen readers. */
export function Field({
  label,
  hint,
  error,
  aside,
  required = false,
  hideLabel = false,
  className,
  children,
}: FieldProps) {
  const id = useId();
  const inWords = useValidationText();
  const invalid = error !== undefined && error !== "";
  const hasHint = hint !== undefined && hint !== null;
  const control = useMemo(
    () => ({
      id,
      labelId: `${id}-label`,
      describedBy:
        [invalid && `${id}-error`, hasHint && `${id}-hint`].filter(Boolean).join(" ") || undefined,
      invalid,
      required,
    }),
    [id, invalid, hasHint, required],
  );
  return (
    <FieldContext value={control}>
      <div className={cn("grid min-w-0 gap-1.5", className)}>
        <div className={cn("flex items-baseline justify-between gap-3", hideLabel && "sr-only")}>
          <label id={control.labelId} htmlFor={id} className="font-medium text-ink text-note">
            {label}
          </label>
          {aside !== undefined && <span className="text-ink-3 text-small">{aside}</span>}
        </div>
        {children}
        {hasHint && (
          <p id={`${id}-hint`} className="text-ink-3 text-small">
            {hint}
          </p>
        )}
        <div aria-live="polite" className="empty:hidden">
          {invalid && (
            <p id={`${id}-error`} className="flex gap-1.5 text-danger text-small">
              <CircleAlert aria-hidden="true" className="mt-[2px] size-3.5 shrink-0" />
              {inWords(error)}
            </p>
          )}
        </div>
      </div>
    </FieldContext>
  );
}
