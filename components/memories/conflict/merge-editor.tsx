"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { DifferenceText } from "@/components/memories/difference/difference-text";
import { TagsInput } from "@/components/tags/tags-input";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import type { MemoryForm } from "@/lib/contract/memory";
import type { FieldName, Sides } from "./merge-start";

type MergeEditorProps = {
  field: FieldName;
  sides: Sides;
  /** What was put together so far. */
  merged: MemoryForm[FieldName];
  onMerge: (merged: Partial<MemoryForm>) => void;
  error: string | undefined;
};

/** Both versions in one field, to cut and to add to. */
export function MergeEditor({ field, sides, merged, onMerge, error }: MergeEditorProps) {
  const t = useTranslations();
  const [refusal, setRefusal] = useState<string | null>(null);
  if (field === "importance" || field === "confidence") return null;
  const label = t("conflict.merge.label", { field: t(`common.${field}`) });
  if (field === "tags") {
    return (
      <Field label={label} error={refusal ?? error}>
        <TagsInput
          value={Array.isArray(merged) ? merged : []}
          onChange={(tags) => onMerge({ tags })}
          onRefuse={setRefusal}
        />
      </Field>
    );
  }
  return (
    <div className="grid gap-3">
      <Field label={label} error={error}>
        <Textarea
          value={typeof merged === "string" ? merged : ""}
          onChange={(event) => onMerge({ [field]: event.target.value })}
          dir="auto"
          rows={field === "content" ? 6 : 1}
          className="max-h-[60dvh] font-serif text-[1rem] leading-6 pointer-coarse:text-[1rem]"
        />
      </Field>
      <details className="text-small">
        <summary className="touch-target w-fit cursor-pointer content-center text-ink-2 hover:text-ink">
          {t("conflict.merge.difference")}
        </summary>
        <DifferenceText
          before={sides.mine[field]}
          after={sides.theirs[field]}
          className="mt-2 text-excerpt"
        />
      </details>
    </div>
  );
}
