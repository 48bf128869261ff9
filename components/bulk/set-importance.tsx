"use client";

import { type FormEvent, useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Slider } from "@/components/ui/slider";
import { sharedImportance } from "./carried-tags";
import { useSelectedMemories } from "./use-selected";

type SetImportanceProps = {
  count: number;
  isReady: boolean;
  onSubmit: (importance: number | null) => void;
};

/** One importance for every selected memory, or none. Begins with what they have in common. */
export function SetImportance({ count, isReady, onSubmit }: SetImportanceProps) {
  const t = useTranslations("bulk");
  const format = useFormatter();
  const memories = useSelectedMemories();
  // The middle where they differ or have none: "none" has to be chosen, not overlooked.
  const [value, setValue] = useState<number | null>(() => startOf(sharedImportance(memories)));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isReady) onSubmit(value);
  };
  return (
    <form className="grid gap-4" onSubmit={submit}>
      <Field label={t("importance.label")} hint={t("importance.hint")}>
        <Slider step={0.05} value={value} onChange={setValue} />
      </Field>
      <Button type="submit" variant="primary" disabled={!isReady}>
        {value === null
          ? t("importance.submitNone", { count })
          : t("importance.submit", { count, level: format.number(value) })}
      </Button>
    </form>
  );
}

/** Memoram may hold a value outside 0–1, which the slider cannot stand on. */
function startOf(shared: number | null | undefined): number {
  return shared === null || shared === undefined || shared < 0 || shared > 1 ? 0.5 : shared;
}
