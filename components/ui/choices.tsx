"use client";

import type { LucideIcon } from "lucide-react";
import { useId } from "react";

export interface Choice<Value extends string> {
  value: Value;
  label: string;
  icon?: LucideIcon;
  /** The language of the label, where it is not the page's. */
  lang?: string;
}

interface ChoicesProps<Value extends string> {
  /** What is chosen, for screen readers. */
  legend: string;
  choices: readonly Choice<Value>[];
  value: Value;
  onChange: (value: Value) => void;
}

/** One of a few, side by side: the browser's own radio buttons under a calmer look. */
export function Choices<Value extends string>(props: ChoicesProps<Value>) {
  const name = useId();
  return (
    <fieldset className="flex flex-wrap gap-2">
      <legend className="sr-only">{props.legend}</legend>
      {props.choices.map(({ value, label, icon: Icon, lang }) => (
        <label
          key={value}
          lang={lang}
          className="relative touch-target inline-flex h-9 cursor-pointer items-center gap-2 rounded-button border border-line-2 bg-raised px-3.5 text-ink-2 text-ui transition-colors hover:text-ink has-checked:border-accent has-checked:bg-accent-soft has-checked:font-medium has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:outline-offset-2 forced-colors:has-checked:outline-2 forced-colors:has-checked:outline-[Highlight]"
        >
          <input
            type="radio"
            name={name}
            value={value}
            checked={props.value === value}
            onChange={() => props.onChange(value)}
            className="absolute inset-0 cursor-pointer appearance-none opacity-0"
          />
          {Icon && <Icon aria-hidden="true" className="size-4" />}
          {label}
        </label>
      ))}
    </fieldset>
  );
}
