"use client";

import { Controller, useFormContext } from "react-hook-form";
import { useTranslations } from "use-intl";
import { isOutOfRange } from "@/components/ui/level";
import { Slider } from "@/components/ui/slider";
import type { MemoryForm } from "@/lib/contract/memory";
import { RowField } from "./row-field";

type LevelFieldProps = { name: "importance" | "confidence" };

/** A number from 0 to 1, or none. One that lies outside stays as it came until it is moved. */
export function LevelField({ name }: LevelFieldProps) {
  const t = useTranslations();
  const { control } = useFormContext<MemoryForm>();
  return (
    <Controller
      control={control}
      name={name}
      render={({ field: { value, onChange, onBlur }, fieldState: { error } }) => (
        <RowField
          name={name}
          label={t(`common.${name}`)}
          error={error?.message}
          hint={
            value !== null && isOutOfRange(value) ? (
              <p className="text-ink-3 text-small">{t("form.outOfRange", { value: `${value}` })}</p>
            ) : undefined
          }
        >
          <Slider
            value={value}
            onChange={onChange}
            onBlur={onBlur}
            className="-my-0.5 max-w-80 pointer-coarse:my-0"
          />
        </RowField>
      )}
    />
  );
}
