"use client";

import { useState } from "react";
import { Controller, type FieldError, useFormContext } from "react-hook-form";
import { useTranslations } from "use-intl";
import { TagsInput } from "@/components/tags/tags-input";
import type { MemoryForm } from "@/lib/contract/memory";
import { RowField } from "./row-field";

/** What is wrong with one of them comes as a list, with holes for those that are good. */
function messageIn(error: FieldError | undefined): string | undefined {
  if (!Array.isArray(error)) return error?.message ?? error?.root?.message;
  const ofOne: { message?: string } | undefined = error.find((each) => each?.message);
  return ofOne?.message;
}

/** The tags, where they are read. */
export function TagsField() {
  const t = useTranslations("common");
  const { control } = useFormContext<MemoryForm>();
  const [refusal, setRefusal] = useState<string | null>(null);
  return (
    <Controller
      control={control}
      name="tags"
      render={({ field: { value, onChange, onBlur, ref }, fieldState: { error } }) => (
        <RowField name="tags" label={t("tags")} error={refusal ?? messageIn(error)}>
          {/* The first tag stands where it is read: outside of it lies the field's frame. */}
          <div className="-my-1.5 -ms-[7px] pointer-coarse:my-0">
            <TagsInput
              ref={ref}
              value={value}
              onChange={onChange}
              onBlur={onBlur}
              onRefuse={setRefusal}
            />
          </div>
        </RowField>
      )}
    />
  );
}
