"use client";

import { useId } from "react";
import { useTranslations } from "use-intl";
import { changeFilters } from "@/components/memories/use-memory-route";
import { useCollection, useCounts } from "@/lib/client/collection/use-collection";
import type { View } from "@/lib/client/filters/memory-filters";
import { FilterCount } from "./filter-count";
import { viewIcons } from "./view-icons";
import { ViewName } from "./view-name";

/** The four views, where there is no side panel. */
export function ViewFilter({ view }: { view: View }) {
  const t = useTranslations("filters.view");
  const name = useId();
  const counts = useCounts();
  const isExact = useCollection().completedAt !== null;
  return (
    <fieldset className="grid gap-1">
      <legend className="mb-1 text-ink-3 text-small">{t("label")}</legend>
      {viewIcons.map(([one, Icon]) => (
        <label
          key={one}
          className="-mx-2 flex h-11 items-center gap-2.5 rounded-button px-2 text-ink-2 has-[:checked]:bg-accent-soft has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-accent has-[:checked]:font-medium has-[:checked]:text-ink forced-colors:has-[:checked]:outline-2 forced-colors:has-[:checked]:outline-[Highlight]"
        >
          <input
            type="radio"
            name={name}
            value={one}
            checked={view === one}
            onChange={() => changeFilters((filters) => ({ ...filters, view: one }))}
            className="sr-only"
          />
          <Icon aria-hidden="true" className="size-4 shrink-0" />
          <span className="min-w-0 grow truncate">
            <ViewName view={one} />
          </span>
          <FilterCount count={counts[one]} isExact={isExact} className="font-normal" />
        </label>
      ))}
    </fieldset>
  );
}
