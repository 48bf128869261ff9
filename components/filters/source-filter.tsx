"use client";

import { useId, useState } from "react";
import { useTranslations } from "use-intl";
import { changeFilters } from "@/components/memories/use-memory-route";
import { Checkbox } from "@/components/ui/checkbox";
import { cn } from "@/components/ui/cn";
import { controlClass } from "@/components/ui/input";
import { useCollection, useCounts } from "@/lib/client/collection/use-collection";
import { FilterCount } from "./filter-count";
import { FilterSection } from "./filter-section";
import { byCount, narrowed, SHORT_LIST } from "./narrowed";

/** More at once help nobody: keep typing. */
const MAX_SHOWN = 100;

/** Where a memory comes from: any of those chosen. */
export function SourceFilter({ chosen }: { chosen: readonly string[] }) {
  const t = useTranslations("filters");
  const id = useId();
  const { sources } = useCounts();
  const isExact = useCollection().completedAt !== null;
  const [typed, setTyped] = useState("");
  const known = byCount(sources, chosen);
  const matching = narrowed(known, typed);
  const toggle = (name: string) =>
    changeFilters((filters) => ({
      ...filters,
      source: filters.source.includes(name)
        ? filters.source.filter((other) => other !== name)
        : [...filters.source, name],
    }));
  return (
    <FilterSection
      label={t("source.label")}
      clear={
        chosen.length > 0
          ? {
              name: t("source.clear"),
              label: t("clearOne"),
              onClick: () => changeFilters((filters) => ({ ...filters, source: [] })),
            }
          : null
      }
    >
      {known.length === 0 && <p className="text-ink-3 text-note">{t("source.none")}</p>}
      {known.length > SHORT_LIST && (
        <input
          type="search"
          aria-label={t("source.find")}
          placeholder={t("source.find")}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
          className={cn(controlClass, "touch-target h-9")}
        />
      )}
      <ul className="-mx-2 max-h-56 overflow-y-auto overscroll-contain">
        {matching.slice(0, MAX_SHOWN).map(([name, count], index) => (
          <li key={name}>
            <label
              htmlFor={`${id}-${index}`}
              className="flex min-h-8 cursor-pointer items-center gap-1 rounded-small pe-2 hover:bg-hover pointer-coarse:min-h-11"
            >
              <Checkbox
                id={`${id}-${index}`}
                checked={chosen.includes(name)}
                onChange={() => toggle(name)}
              />
              <bdi className="min-w-0 grow truncate">{name}</bdi>
              <FilterCount count={count} isExact={isExact} />
            </label>
          </li>
        ))}
      </ul>
      {known.length > 0 && matching.length === 0 && (
        <p className="text-ink-3 text-note">{t("source.noMatch")}</p>
      )}
    </FilterSection>
  );
}
