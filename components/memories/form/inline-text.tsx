"use client";

import type { KeyboardEvent } from "react";
import { useFormContext } from "react-hook-form";
import { cn } from "@/components/ui/cn";
import { Textarea } from "@/components/ui/textarea";
import { limits, type MemoryForm } from "@/lib/contract/memory";
import { Counter } from "./counter";
import { FieldScope } from "./field-scope";
import { inlineControl } from "./inline-control";

type InlineTextProps = {
  name: "title" | "summary" | "content";
  label: string;
  placeholder: string;
  hintId?: string;
  /** The face that the text is read in. */
  face: string;
  /** A title has no second line: Enter goes on to the next field. */
  onEnter?: () => void;
  hidden?: boolean;
};

/** Text that is written where and as it is read. It grows with what is typed. */
export function InlineText({
  name,
  label,
  placeholder,
  hintId,
  face,
  onEnter,
  hidden = false,
}: InlineTextProps) {
  const { register, formState } = useFormContext<MemoryForm>();
  const field = register(name);
  const onKeyDown = (event: KeyboardEvent) => {
    if (!onEnter || event.key !== "Enter" || event.nativeEvent.isComposing) return;
    event.preventDefault();
    onEnter();
  };
  return (
    <FieldScope error={formState.errors[name]?.message} hintId={hintId}>
      {({ id, labelId }, message) => (
        <div data-field={name} hidden={hidden} className="relative grid min-w-0">
          <label id={labelId} htmlFor={id} className="sr-only">
            {label}
          </label>
          <Textarea
            {...field}
            onChange={(event) => {
              if (onEnter) toOneLine(event.target);
              return field.onChange(event);
            }}
            onKeyDown={onKeyDown}
            dir="auto"
            autoComplete="off"
            placeholder={placeholder}
            rows={1}
            className={cn(inlineControl, "min-h-0 overflow-hidden placeholder:text-ink-3", face)}
          />
          <Counter name={name} limit={limits[name]} className="absolute end-0 top-full mt-1" />
          {message}
        </div>
      )}
    </FieldScope>
  );
}

/** What was pasted with line breaks into a field of one line. */
function toOneLine(field: HTMLTextAreaElement): void {
  if (!field.value.includes("\n")) return;
  const behind = field.value.length - field.selectionEnd;
  field.value = field.value.replace(/\s*\n\s*/g, " ");
  const at = Math.max(0, field.value.length - behind);
  field.setSelectionRange(at, at);
}
