"use client";

import { BookOpen, Plus, SearchX } from "lucide-react";
import { useMemo } from "react";
import { useTranslations } from "use-intl";
import { conditionInWords, filterInWords } from "@/components/filters/filter-words";
import { useFilterWords } from "@/components/filters/use-filter-words";
import { MemoriesButton } from "@/components/memories/memories-button";
import { newHref } from "@/components/memories/memory-route";
import { changeFilters } from "@/components/memories/use-memory-route";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { explainEmpty } from "@/lib/client/collection/explain-empty";
import type { CollectionView } from "@/lib/client/collection/use-collection";
import { activeFilters } from "@/lib/client/filters/active-filters";
import { type MemoryFilters, noFilters, withoutFilters } from "@/lib/client/filters/memory-filters";

/** Nobody has stored anything for this person yet. */
export function NothingKept() {
  const t = useTranslations("list.nothing");
  return (
    <EmptyState
      icon={<BookOpen />}
      title={t("title")}
      actions={
        <MemoriesButton href={newHref(noFilters)} variant="primary">
          <Plus aria-hidden="true" />
          {t("write")}
        </MemoriesButton>
      }
    >
      <p>{t("text")}</p>
    </EmptyState>
  );
}

/** More ways out than these are read by nobody. */
const MAX_WAYS = 4;

type FilteredEmptyProps = { filters: MemoryFilters; snapshot: CollectionView["snapshot"] };

/** There are memories, but none passes all filters: what they ask for, and which one to let go. */
export function FilteredEmpty({ filters, snapshot }: FilteredEmptyProps) {
  const t = useTranslations("filters");
  const words = useFilterWords();
  const list = new Intl.ListFormat(words.locale, { type: "conjunction" });
  const active = activeFilters(filters);
  const conditions = list.format(active.map((filter) => conditionInWords(filter, words)));
  const isPartial = snapshot.total === null;
  const ways = useMemo(
    () => (isPartial ? [] : explainEmpty(snapshot.memories, filters).slice(0, MAX_WAYS)),
    [isPartial, snapshot.memories, filters],
  );
  return (
    <EmptyState
      icon={<SearchX />}
      title={t(isPartial ? "empty.titleSoFar" : "empty.title")}
      className="[animation-delay:300ms] [animation-fill-mode:backwards] animate-appear"
      actions={
        <>
          {active.length > 1 &&
            ways.map(({ filter }) => (
              <Button
                key={filter.key}
                className="max-w-full"
                onClick={() => changeFilters(filter.without)}
              >
                <span className="truncate">
                  {t("empty.remove", { filter: filterInWords(filter, words) })}
                </span>
              </Button>
            ))}
          <Button
            variant={active.length > 1 ? "quiet" : "outline"}
            onClick={() => changeFilters(withoutFilters)}
          >
            {t("clearAll")}
          </Button>
        </>
      }
    >
      <p className="break-words">{t("empty.nothing", { conditions })}</p>
      {snapshot.status === "loading" && (
        <p className="mt-2">{t("empty.stillReading", { read: snapshot.loaded })}</p>
      )}
      {active.length > 1 &&
        ways.map(({ filter, count }) => (
          <p key={filter.key} className="mt-1 break-words">
            {t("empty.without", { filter: filterInWords(filter, words), count })}
          </p>
        ))}
      {active.length > 1 && ways.length === 0 && !isPartial && (
        <p className="mt-1">{t("empty.together")}</p>
      )}
    </EmptyState>
  );
}
