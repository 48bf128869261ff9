"use client";

import { type FormEvent, useId, useMemo, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Input } from "@/components/ui/input";
import { TagDot } from "@/components/ui/tag-dot";
import { useTagColors } from "@/lib/client/tags";
import { carriedTags, carrying } from "./carried-tags";
import { useSelectedMemories } from "./use-selected";

/** With more tags than this a field narrows them. */
const WORTH_FINDING = 8;

type RemoveTagsProps = { isReady: boolean; onSubmit: (tags: string[]) => void };

/** Chooses among the tags that the selected memories carry, each with its count. */
export function RemoveTags({ isReady, onSubmit }: RemoveTagsProps) {
  const t = useTranslations("bulk");
  const memories = useSelectedMemories();
  const id = useId();
  const colors = useTagColors();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [typed, setTyped] = useState("");
  const carried = useMemo(() => carriedTags(memories), [memories]);
  const wanted = typed.trim().toLowerCase();
  const shown = carried.filter(({ name }) => name.toLowerCase().includes(wanted));
  const touched = carrying(memories, chosen);
  const toggle = (name: string, isOn: boolean) => {
    const next = new Set(chosen);
    if (isOn) next.add(name);
    else next.delete(name);
    setChosen(next);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isReady && touched > 0) onSubmit([...chosen]);
  };
  if (carried.length === 0) return <p className="text-ink-2 text-note">{t("remove.untagged")}</p>;
  return (
    <form className="flex min-h-0 flex-col gap-3" onSubmit={submit}>
      {carried.length > WORTH_FINDING && (
        <Input
          type="search"
          aria-label={t("remove.find")}
          placeholder={t("remove.find")}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
      )}
      <fieldset className="-mx-2 max-h-60 overflow-y-auto overscroll-contain">
        <legend className="sr-only">{t("remove.label")}</legend>
        {shown.map(({ name, count }, index) => (
          <label
            key={name}
            htmlFor={`${id}-${index}`}
            className="flex min-h-9 items-center gap-2 rounded-small ps-0.5 pe-2 hover:bg-hover pointer-coarse:min-h-11 pointer-coarse:ps-2"
          >
            <Checkbox
              id={`${id}-${index}`}
              checked={chosen.has(name)}
              onChange={({ target }) => toggle(name, target.checked)}
            />
            <TagDot color={colors.get(name)} />
            <bdi className="min-w-0 grow truncate">{name}</bdi>
            <span className="shrink-0 text-ink-3 text-small">{t("remove.carried", { count })}</span>
          </label>
        ))}
        {shown.length === 0 && <p className="px-2 text-ink-3 text-note">{t("remove.noMatch")}</p>}
      </fieldset>
      <Button type="submit" variant="primary" disabled={!isReady || touched === 0}>
        {touched > 0 ? t("remove.submit", { count: touched }) : t("remove.choose")}
      </Button>
    </form>
  );
}
