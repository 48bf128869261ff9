"use client";

import type { ReactNode } from "react";
import { useFormContext } from "react-hook-form";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import type { MemoryForm } from "@/lib/contract/memory";
import { Counter } from "./counter";

type TextFieldProps = {
  name: "title" | "summary" | "source";
  label: string;
  limit: number;
  hint?: ReactNode;
  /** Several lines; one without. */
  rows?: number;
  className?: string;
};

export function TextField({ name, label, limit, hint, rows, className }: TextFieldProps) {
  const { register, formState } = useFormContext<MemoryForm>();
  const error = formState.errors[name]?.message;
  const props = { ...register(name), dir: "auto", autoComplete: "off", className } as const;
  return (
    <Field label={label} hint={hint} error={error} aside={<Counter name={name} limit={limit} />}>
      {rows ? <Textarea {...props} rows={rows} /> : <Input {...props} />}
    </Field>
  );
}
