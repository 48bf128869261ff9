"use client";

import { Check, Minus } from "lucide-react";
import { type ComponentProps, useEffect, useRef } from "react";
import { cn } from "./cn";

export interface CheckboxProps extends Omit<ComponentProps<"input">, "type" | "ref"> {
  /** Some of what it stands for is chosen, and some is not. */
  indeterminate?: boolean;
}

/**
 * The browser's own checkbox in our colours: 18 px to look at, 32 px to click, 44 px for a finger.
 * It takes its name from a label around it, or from `aria-label`.
 */
export function Checkbox({ indeterminate = false, className, ...props }: CheckboxProps) {
  const input = useRef<HTMLInputElement>(null);
  const Mark = indeterminate ? Minus : Check;
  useEffect(() => {
    // No attribute says it: only the property does.
    if (input.current) input.current.indeterminate = indeterminate;
  }, [indeterminate]);
  return (
    <span
      className={cn(
        "inline-grid size-8 shrink-0 grid-cols-[100%] grid-rows-[100%] place-items-center",
        "*:col-start-1 *:row-start-1",
        className,
      )}
    >
      <input
        {...props}
        ref={input}
        type="checkbox"
        className={cn(
          "peer size-8 cursor-pointer appearance-none rounded-small focus-visible:-outline-offset-4",
          "disabled:cursor-not-allowed pointer-coarse:size-11",
          "forced-colors:size-[18px] forced-colors:appearance-auto",
        )}
      />
      <span
        aria-hidden="true"
        className={cn(
          "pointer-events-none grid size-[18px] place-items-center rounded-[5px] border border-ink-3 bg-raised text-transparent",
          "transition-colors peer-hover:border-ink peer-disabled:opacity-50 forced-colors:hidden",
          "peer-checked:border-accent peer-checked:bg-accent peer-checked:text-on-accent",
          "peer-indeterminate:border-accent peer-indeterminate:bg-accent peer-indeterminate:text-on-accent",
        )}
      >
        <Mark className="size-3.5" strokeWidth={3} />
      </span>
    </span>
  );
}
