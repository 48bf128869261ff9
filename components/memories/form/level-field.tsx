"use client";

import { Controller, useFormContext } from "react-hook-form";
import { Field } from "@/components/ui/field";
import { isOutOfRange } from "@/components/ui/level";
import { Slider } from "@/components/ui/slider";
import type { MemoryForm } from "@/lib/contract/memory";

type LevelFieldProps = { name: "importance" | "confidence"; label: string };

/** A number from 0 to 1, or none. One that lies outside stays as it came until it is moved. */
export function LevelField({ name, label }: LevelFieldProps) {
  const { control } = useFormContext<MemoryForm>();
  return (
    <Controller
      control={control}
      name={name}
      render={({ field: { value, onChange, onBlur }, fieldState: { error } }) => (
        <Field
          label={label}
          error={error?.message}
          hint={
            value !== null && isOutOfRange(value)
              ? `${value} lies outside 0–1. It stays as it is unless you move the slider.`
              : undefined
          }
        >
          <Slider value={value} onChange={onChange} onBlur={onBlur} />
        </Field>
      )}
    />
  );
}
