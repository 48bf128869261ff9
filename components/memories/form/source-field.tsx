"use client";

import { useFormContext } from "react-hook-form";
import { useTranslations } from "use-intl";
import { cn } from "@/components/ui/cn";
import { Input } from "@/components/ui/input";
import { limits, type MemoryForm } from "@/lib/contract/memory";
import { Counter } from "./counter";
import { inlineControl } from "./inline-control";
import { RowField } from "./row-field";

/** Where the memory comes from, in one line. */
export function SourceField() {
  const t = useTranslations();
  const { register, formState } = useFormContext<MemoryForm>();
  return (
    <RowField
      name="source"
      label={t("common.source")}
      error={formState.errors.source?.message}
      hint={<Counter name="source" limit={limits.source} className="mt-1.5 block" />}
    >
      {/* Around the field, whose own beginning is that of what is typed into it. */}
      <div className="-ms-[7px]">
        <Input
          {...register("source")}
          dir="auto"
          autoComplete="off"
          placeholder={t("form.placeholder.source")}
          className={cn(
            inlineControl,
            "mx-0 h-7 w-full px-1.5 text-note pointer-coarse:my-0 pointer-coarse:h-11 pointer-coarse:text-step",
          )}
        />
      </div>
    </RowField>
  );
}
