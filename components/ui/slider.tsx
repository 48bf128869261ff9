"use client";

import { Slider as Radix } from "radix-ui";
import { useId } from "react";
import { cn } from "./cn";
import { useField } from "./field-context";

interface SliderProps {
  /** Null where nothing is set. A value outside min–max is kept and named until it is moved. */
  value: number | null;
  onChange: (value: number | null) => void;
  /** The name where no Field stands around the slider. */
  label?: string;
  min?: number;
  max?: number;
  /** One arrow key; Page Up, Page Down and Shift with an arrow move ten of them. */
  step?: number;
  disabled?: boolean;
  name?: string;
  onBlur?: () => void;
  className?: string;
}

function valueText(value: number | null, min: number, max: number): string {
  if (value === null) return "Not set";
  if (value < min || value > max) return `${value}, outside ${min} to ${max}`;
  return String(value);
}

/**
 * A number between two ends, or none at all. Shows the number beside the track; Enter or a click on
 * the resting thumb sets the middle, Delete and the Clear button unset it.
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
  const field = useField();
  const ownId = useId();
  const middle = (min + max) / 2;
  const shown = Math.min(max, Math.max(min, value ?? middle));
  const what = label ?? "value";
  const setIfEmpty = () => {
    if (value === null && !disabled) onChange(middle);
  };
  return (
    <div className={cn("flex items-center gap-3", className)}>
      <Radix.Root
        min={min}
        max={max}
        step={step}
        disabled={disabled}
        {...(name === undefined ? {} : { name })}
        value={[shown]}
        onValueChange={([next]) => {
          if (next !== undefined) onChange(Number(next.toFixed(6)));
        }}
        onClick={setIfEmpty}
        className="touch-target relative flex h-6 min-w-0 grow touch-none select-none items-center data-[disabled]:opacity-50"
      >
        <Radix.Track className="relative h-1 grow rounded-full bg-line-2 forced-colors:border">
          <Radix.Range
            className={cn(
              "keep-color absolute h-full rounded-full",
              value === null ? "bg-transparent" : "bg-accent",
            )}
          />
        </Radix.Track>
        <Radix.Thumb
          id={field?.id ?? ownId}
          {...(field === null ? { "aria-label": what } : { "aria-labelledby": field.labelId })}
          aria-describedby={field?.describedBy}
          aria-invalid={field?.invalid || undefined}
          aria-valuetext={valueText(value, min, max)}
          onBlur={onBlur}
          onKeyDown={(event) => {
            if (event.key === "Enter" || event.key === " ") {
              event.preventDefault();
              setIfEmpty();
            } else if (event.key === "Delete" || event.key === "Backspace") {
              event.preventDefault();
              onChange(null);
            }
          }}
          className={cn(
            "keep-color block size-4 rounded-full border-2 transition-colors pointer-coarse:size-6",
            value === null ? "border-line-2 bg-paper" : "border-accent bg-raised",
          )}
        />
      </Radix.Root>
      <output
        htmlFor={field?.id ?? ownId}
        className={cn("min-w-12 text-end text-note", value === null ? "text-ink-3" : "text-ink")}
      >
        {value === null ? "Not set" : value}
      </output>
      <button
        type="button"
        disabled={disabled || value === null}
        onClick={() => onChange(null)}
        className="touch-target rounded-small px-1.5 text-ink-3 text-small transition-colors hover:bg-hover hover:text-ink disabled:invisible"
      >
        Clear
        <span {...(field === null ? {} : { "aria-labelledby": field.labelId })} className="sr-only">
          {field === null ? what : ""}
        </span>
      </button>
    </div>
  );
}
