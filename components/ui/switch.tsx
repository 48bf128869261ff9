"use client";

import type { ComponentProps } from "react";
import { cn } from "./cn";

interface SwitchProps extends Omit<ComponentProps<"button">, "onChange" | "children" | "type"> {
  checked: boolean;
  onChange: (checked: boolean) => void;
}

/** On or off, at once and without a button to save. It takes its name from a label. */
export function Switch({ checked, onChange, className, ...props }: SwitchProps) {
  return (
    <button
      {...props}
      type="button"
      role="switch"
      aria-checked={checked}
      onClick={() => onChange(!checked)}
      className={cn(
        "inline-grid h-6 w-10 shrink-0 place-items-center rounded-full disabled:cursor-not-allowed disabled:opacity-50",
        "pointer-coarse:h-11 pointer-coarse:w-11",
        className,
      )}
    >
      <span
        aria-hidden="true"
        className={cn(
          "keep-color h-6 w-10 rounded-full p-[3px] transition-colors",
          "forced-colors:border forced-colors:border-[ButtonText]",
          checked
            ? "bg-accent forced-colors:bg-[Highlight]"
            : "bg-ink-3 forced-colors:bg-[ButtonFace]",
          "after:block after:size-[18px] after:rounded-full after:bg-raised after:transition-[margin]",
          "forced-colors:after:-m-px forced-colors:after:bg-[ButtonText]",
          checked && "after:ms-4 forced-colors:after:ms-[15px]",
        )}
      />
    </button>
  );
}
