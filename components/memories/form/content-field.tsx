"use client";

import { useState } from "react";
import { useFormContext, useWatch } from "react-hook-form";
import { Markdown } from "@/components/memories/markdown/markdown";
import { cn } from "@/components/ui/cn";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { limits, type MemoryForm } from "@/lib/contract/memory";
import { Counter } from "./counter";

/** The text in Markdown, to write or to look at. Looking keeps what was typed and where. */
export function ContentField() {
  const { register, formState } = useFormContext<MemoryForm>();
  const [isPreview, setPreview] = useState(false);
  return (
    <Field
      label="Content"
      error={formState.errors.content?.message}
      hint="Markdown. Encrypted with your key before Memoram stores it."
      aside={
        <span className="flex items-baseline gap-3">
          <Counter name="content" limit={limits.content} />
          <fieldset className="flex rounded-small border border-line p-px">
            <legend className="sr-only">Write or preview</legend>
            <Mode label="Write" isOn={!isPreview} onChoose={() => setPreview(false)} />
            <Mode label="Preview" isOn={isPreview} onChoose={() => setPreview(true)} />
          </fieldset>
        </span>
      }
    >
      <div hidden={isPreview} className="min-w-0">
        <Textarea
          {...register("content")}
          dir="auto"
          rows={8}
          className="max-h-[70dvh] px-3.5 py-2.5 text-memory pointer-coarse:text-memory"
        />
      </div>
      {isPreview && <Preview />}
    </Field>
  );
}

function Preview() {
  const text = useWatch<MemoryForm, "content">({ name: "content" });
  return (
    <section
      aria-label="Preview"
      className="min-h-64 min-w-0 rounded-button border border-line bg-raised px-3.5 py-2.5"
    >
      {text.trim() ? <Markdown text={text} /> : <p className="text-ink-3">Nothing to show yet.</p>}
    </section>
  );
}

type ModeProps = { label: string; isOn: boolean; onChoose: () => void };

function Mode({ label, isOn, onChoose }: ModeProps) {
  return (
    <button
      type="button"
      aria-pressed={isOn}
      onClick={onChoose}
      className={cn(
        "touch-target h-6 rounded-[5px] px-2 text-small",
        isOn ? "bg-accent-soft text-ink" : "text-ink-3 hover:text-ink",
      )}
    >
      {label}
    </button>
  );
}
