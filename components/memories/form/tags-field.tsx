"use client";

import { useState } from "react";
import { Controller, useFormContext } from "react-hook-form";
import { TagsInput } from "@/components/tags/tags-input";
import { Field } from "@/components/ui/field";
import type { MemoryForm } from "@/lib/contract/memory";

export function TagsField() {
  const { control } = useFormContext<MemoryForm>();
  const [refusal, setRefusal] = useState<string | null>(null);
  return (
    <Controller
      control={control}
      name="tags"
      render={({ field: { value, onChange, onBlur, ref }, fieldState: { error } }) => (
        <Field
          label="Tags"
          hint="Enter or a comma ends a tag."
          error={refusal ?? error?.message ?? error?.root?.message}
        >
          <TagsInput
            ref={ref}
            value={value}
            onChange={onChange}
            onBlur={onBlur}
            onRefuse={setRefusal}
          />
        </Field>
      )}
    />
  );
}
