"use client";

import type { CSSProperties, KeyboardEvent } from "react";
import { useTranslations } from "use-intl";
import { cn } from "./cn";
import { useField, useFieldProps } from "./field-context";
import { useNumberText } from "./use-number-text";

interface SliderProps {
  /** Null where nothing is set. A value outside min–max is kept and named until it is moved. */
  value: number | null;
  onChange: (value: number | null) => void;
  /** The name where no Field stands around the slider. */
  label?: string;
  min?: number;
  max?: number;
  /** One arrow key. */
  step?: number;
  disabled?: boolean;
  name?: string;
  onBlur?: () => void;
  className?: string;
}

function useValueText(value: number | null, min: number, max: number): string {
  const t = useTranslations("ui");
  const inDigits = useNumberText();
  if (value === null) return t("notSet");
  const digits = inDigits(value);
  if (value >= min && value <= max) return digits;
  return t("outside", { value: digits, min: inDigits(min), max: inDigits(max) });
}

/**
 * A number between two ends, or none at all: the browser's own range, so that every way of working
 * it works. Shows the number beside the track; Enter or a click on the resting thumb sets the
 * middle, Delete and the Clear button unset it.
 */
export function Slider({
  value,
  onChange,
  label,
  min = 0,
  max = 1,
  step = 0.01,
  disabled = false,
  name,
  onBlur,
  className,
}: SliderProps) {
  const t = useTranslations("ui");
  const inDigits = useNumberText();
  const valueText = useValueText(value, min, max);
  const field = useField();
  const fieldProps = useFieldProps();
  const middle = (min + max) / 2;
  const shown = Math.min(max, Math.max(min, value ?? middle));
  const fill = value === null ? 0 : (shown - min) / (max - min);
  const setIfEmpty = () => {
    if (value === null && !disabled) onChange(middle);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter" || event.key === " ") setIfEmpty();
    else if (event.key === "Delete" || event.key === "Backspace") onChange(null);
    else return;
    event.preventDefault();
  };
  return (
    <div className={cn("flex items-center gap-3", className)}>
      <input
        {...fieldProps}
        type="range"
        min={min}
        max={max}
        step={step}
        disabled={disabled}
        name={name}
        value={shown}
        aria-label={field === null ? label : undefined}
        aria-valuetext={valueText}
        data-empty={value === null || undefined}
        onChange={(event) => onChange(Number(event.target.valueAsNumber.toFixed(6)))}
        onClick={setIfEmpty}
        onKeyDown={onKeyDown}
        onBlur={onBlur}
        style={{ "--fill": fill } as CSSProperties}
        className="range touch-target w-0 min-w-0 grow disabled:opacity-50"
      />
      <output
        className={cn("min-w-12 text-end text-note", value === null ? "text-ink-3" : "text-ink")}
      >
        {value === null ? t("notSet") : inDigits(value)}
      </output>
      <button
        type="button"
        disabled={disabled || value === null}
        onClick={() => onChange(null)}
        aria-describedby={field?.labelId}
        className="touch-target rounded-small px-1.5 text-ink-3 text-small transition-colors hover:bg-hover hover:text-ink disabled:invisible"
      >
        {t("clear")}
      </button>
    </div>
  );
}
