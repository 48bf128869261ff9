"use client";

import type { ReactNode } from "react";
import { MetaRow } from "@/components/memories/pane/meta-row";
import { FieldScope } from "./field-scope";

type RowFieldProps = {
  name: string;
  label: string;
  error?: string | undefined;
  hint?: ReactNode;
  hintId?: string | undefined;
  children: ReactNode;
};

/** A field in the list of what is known about a memory, where its value stands when it is read. */
export function RowField({ name, label, error, hint, hintId, children }: RowFieldProps) {
  return (
    <FieldScope error={error} hintId={hintId}>
      {({ id, labelId }, message) => (
        <MetaRow
          field={name}
          term={
            <label id={labelId} htmlFor={id}>
              {label}
            </label>
          }
        >
          {children}
          {hint}
          {message}
        </MetaRow>
      )}
    </FieldScope>
  );
}
