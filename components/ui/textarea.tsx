"use client";

import { type ComponentProps, type Ref, useCallback, useLayoutEffect, useRef } from "react";
import { cn } from "./cn";
import { useFieldProps } from "./field-context";
import { controlClass } from "./input";

interface TextareaProps extends ComponentProps<"textarea"> {
  /** Least number of lines shown; it grows from there with its text. */
  rows?: number;
}

function growToText(element: HTMLTextAreaElement) {
  // Browsers with field-sizing grow it themselves.
  if (CSS.supports("field-sizing", "content")) return;
  element.style.blockSize = "auto";
  element.style.blockSize = `${element.scrollHeight + 2}px`;
}

function assign<T>(ref: Ref<T> | undefined, value: T | null) {
  if (typeof ref === "function") return ref(value);
  if (ref) ref.current = value;
}

/** Several lines of text, as tall as what is in it. */
export function Textarea({ className, ref, rows = 3, onInput, ...props }: TextareaProps) {
  const field = useFieldProps();
  const element = useRef<HTMLTextAreaElement | null>(null);
  const attach = useCallback(
    (node: HTMLTextAreaElement | null) => {
      element.current = node;
      return assign(ref, node);
    },
    [ref],
  );
  useLayoutEffect(() => {
    if (element.current) growToText(element.current);
  });
  return (
    <textarea
      {...field}
      {...props}
      ref={attach}
      rows={rows}
      onInput={(event) => {
        growToText(event.currentTarget);
        onInput?.(event);
      }}
      className={cn(
        controlClass,
        "field-sizing-content min-h-[calc(var(--rows)*1lh+1rem)] resize-none py-2",
        className,
      )}
      style={{ ["--rows" as string]: rows, ...props.style }}
    />
  );
}
