"use client";

import { useLayoutEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import { changeFilters } from "@/components/memories/use-memory-route";
import { LIST_HEADING_ID } from "@/components/memories/use-return-focus";
import { Chip } from "@/components/ui/chip";
import { TagDot } from "@/components/ui/tag-dot";
import { type ActiveFilter, activeFilters } from "@/lib/client/filters/active-filters";
import { type MemoryFilters, withoutFilters } from "@/lib/client/filters/memory-filters";
import { useTagColors } from "@/lib/client/tags";
import { filterInWords } from "./filter-words";
import { useFilterWords } from "./use-filter-words";

/** Each filter, to be taken away by itself, but the search text: that stands in its box already. */
export function FilterChips({ filters }: { filters: MemoryFilters }) {
  const t = useTranslations("filters");
  const active = activeFilters(filters);
  const chips = active.filter(({ kind }) => kind !== "search");
  const { list, onRemove } = useFocusAfterRemoval(chips.length);
  if (chips.length === 0) return null;
  return (
    <ul ref={list} aria-label={t("chips")} className="mt-2.5 flex flex-wrap items-center gap-1.5">
      {chips.map((filter, index) => (
        <li key={filter.key} className="max-w-full">
          <FilterChip
            filter={filter}
            onRemove={() => {
              onRemove(index);
              changeFilters(filter.without);
            }}
          />
        </li>
      ))}
      {active.length > 1 && (
        <li>
          <button
            type="button"
            onClick={() => {
              onRemove(0);
              changeFilters(withoutFilters);
            }}
            className="touch-target rounded-small px-2 py-1 text-ink-2 text-small underline-offset-2 hover:text-ink hover:underline"
          >
            {t("clearAll")}
          </button>
        </li>
      )}
    </ul>
  );
}

/** A chip takes the focus on its button along: on to the next one, or to the list. */
function useFocusAfterRemoval(count: number) {
  const list = useRef<HTMLUListElement>(null);
  const removed = useRef<number | null>(null);
  const before = useRef(count);
  useLayoutEffect(() => {
    const index = removed.current;
    const isFewer = count < before.current;
    before.current = count;
    if (index === null || !isFewer) return;
    removed.current = null;
    const buttons = list.current?.querySelectorAll("button") ?? [];
    const next = buttons[Math.min(index, count - 1)] ?? document.getElementById(LIST_HEADING_ID);
    next?.focus({ preventScroll: true });
  }, [count]);
  return {
    list,
    onRemove: (index: number) => {
      removed.current = index;
    },
  };
}

function FilterChip({ filter, onRemove }: { filter: ActiveFilter; onRemove: () => void }) {
  const t = useTranslations("filters");
  const colors = useTagColors();
  const text = filterInWords(filter, useFilterWords());
  return (
    <Chip tone="soft" removeLabel={t("remove", { filter: text })} onRemove={onRemove}>
      {filter.kind === "tag" && <TagDot color={colors.get(filter.name)} />}
      <bdi className="truncate">{text}</bdi>
    </Chip>
  );
}
