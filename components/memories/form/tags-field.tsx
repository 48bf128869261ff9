"use client";

import { useState } from "react";
import { Controller, useFormContext } from "react-hook-form";
import { useTranslations } from "use-intl";
import { TagsInput } from "@/components/tags/tags-input";
import type { MemoryForm } from "@/lib/contract/memory";
import { RowField } from "./row-field";

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
        <RowField
          name="tags"
          label={t("tags")}
          error={refusal ?? error?.message ?? error?.root?.message}
        >
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
