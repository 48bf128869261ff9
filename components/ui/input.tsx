"use client";

import type { ComponentProps } from "react";
import { cn } from "./cn";
import { useFieldProps } from "./field-context";

export const controlClass = cn(
  "block w-full min-w-0 rounded-button border border-line-2 bg-raised px-3 text-ink text-ui",
  "transition-[border-color] hover:border-ink-3",
  "focus-visible:border-accent focus-visible:outline-offset-0",
  "aria-invalid:border-danger",
  "disabled:cursor-not-allowed disabled:bg-rail disabled:text-ink-3",
  // Below 16 px iOS zooms into the field.
  "pointer-coarse:text-step",
);

/** One line of text. Inside a Field it takes its id, description and validity from there. */
export function Input({ className, ...props }: ComponentProps<"input">) {
  const field = useFieldProps();
  return (
    <input {...field} {...props} className={cn(controlClass, "touch-target h-9", className)} />
  );
}
