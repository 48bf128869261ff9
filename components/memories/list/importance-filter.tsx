"use client";

import { useState } from "react";
import { Field } from "@/components/ui/field";
import { Slider } from "@/components/ui/slider";
import { useDebounced } from "./use-debounced";

type ImportanceFilterProps = { value: number | null; onChange: (value: number | null) => void };

/** The minimum from 0.05 to 1. The list follows once the slider rests, not at every step. */
export function ImportanceFilter({ value, onChange }: ImportanceFilterProps) {
  const [moving, setMoving] = useState<{ to: number | null } | null>(null);
  const settle = useDebounced((next: number | null) => {
    setMoving(null);
    onChange(next);
  }, 250);
  return (
    <Field label="Minimum importance">
      <Slider
        min={0.05}
        step={0.05}
        value={moving ? moving.to : value}
        onChange={(next) => {
          setMoving({ to: next });
          settle.later(next);
        }}
      />
    </Field>
  );
}
