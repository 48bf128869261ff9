"use client";

import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { TagsInput } from "@/components/tags/tags-input";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";

type AddTagsProps = { count: number; isReady: boolean; onSubmit: (tags: string[]) => void };

/** Chooses tags, or types new ones, for every selected memory. */
export function AddTags({ count, isReady, onSubmit }: AddTagsProps) {
  const t = useTranslations("bulk");
  const [names, setNames] = useState<string[]>([]);
  const [refused, setRefused] = useState<string | null>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isReady && names.length > 0) onSubmit(names);
  };
  return (
    <form className="grid gap-4" onSubmit={submit}>
      {/* In the flow, so that what is offered does not lie over the button. */}
      <div className="[&_[role=listbox]]:static [&_[role=listbox]]:max-h-44 [&_[role=listbox]]:shadow-none">
        <Field label={t("add.label")} hint={t("add.choose")} error={refused ?? undefined}>
          <TagsInput value={names} onChange={setNames} onRefuse={setRefused} />
        </Field>
      </div>
      <Button type="submit" variant="primary" disabled={!isReady || names.length === 0}>
        {t("add.submit", { count })}
      </Button>
    </form>
  );
}
