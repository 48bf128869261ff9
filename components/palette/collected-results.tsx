"use client";

import { ListFilter } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { listHref, memoryHref } from "@/components/memories/memory-route";
import { useMemoryRoute } from "@/components/memories/use-memory-route";
import { useCollection } from "@/lib/client/collection/use-collection";
import { searchText } from "@/lib/client/filters/filter-address";
import { withoutFilters } from "@/lib/client/filters/memory-filters";
import type { Memory } from "@/lib/contract/memory";
import type { PaletteTag } from "./choice";
import { PaletteMemoryRow } from "./memory-row";
import { PaletteGroup, PaletteRow } from "./palette-row";
import { ReadingNote } from "./reading-note";
import { remember } from "./recent";
import { NothingFits, ResultList } from "./result-list";
import { rowValues } from "./row-values";
import { PaletteTagRow } from "./tag-row";
import { useResults } from "./use-results";
import { type OnRows, useTellRows } from "./use-selected-row";

type CollectedResultsProps = {
  typed: string;
  commandRows: ReactNode;
  /** The values of those rows. */
  commandValues: readonly string[];
  onGo: (href: string) => void;
  onRows: OnRows;
};

/** Commands, and with them the tags and memories that fit; before anything is typed, recent ones. */
export function CollectedResults(props: CollectedResultsProps) {
  const { typed, commandRows, commandValues, onGo, onRows } = props;
  const t = useTranslations("palette");
  const { filters } = useMemoryRoute();
  const { completedAt } = useCollection();
  const { search, recent, tags, memories, count, isDone } = useResults(typed);
  const hasMore = count > memories.length;
  const values = [
    ...recent.map((one) => ("tag" in one ? rowValues.tag(one.tag) : rowValues.memory(one.memory))),
    ...commandValues,
    ...tags.map(rowValues.tag),
    ...memories.map(rowValues.memory),
    ...(hasMore ? [rowValues.allInList] : []),
  ];
  // The memories may still be those of fewer letters; what stands above them is not.
  const isSure = isDone || recent.length + commandValues.length + tags.length > 0;
  useTellRows(onRows, typed, values, isSure);

  const memoryRow = (memory: Memory) => (
    <PaletteMemoryRow
      key={memory.id}
      memory={memory}
      search={search}
      onSelect={() => onGo(memoryHref(memory.id, filters))}
    />
  );
  const tagRow = (tag: PaletteTag) => (
    <PaletteTagRow
      key={tag.name}
      tag={tag}
      search={search}
      onSelect={() => {
        remember({ kind: "tag", name: tag.name });
        onGo(listHref({ ...withoutFilters(filters), tags: [tag.name] }));
      }}
    />
  );

  return (
    <>
      <ResultList>
        {recent.length > 0 && (
          <PaletteGroup heading={t("recent")}>
            {recent.map((one) => ("tag" in one ? tagRow(one.tag) : memoryRow(one.memory)))}
          </PaletteGroup>
        )}
        {commandRows}
        {tags.length > 0 && (
          <PaletteGroup heading={t("tags")}>{tags.map((tag) => tagRow(tag))}</PaletteGroup>
        )}
        {memories.length > 0 && (
          <PaletteGroup heading={t("memories")}>
            {memories.map((memory) => memoryRow(memory))}
            {hasMore && (
              <PaletteRow
                value={rowValues.allInList}
                icon={<ListFilter />}
                onSelect={() =>
                  onGo(listHref({ ...withoutFilters(filters), q: searchText(typed) }))
                }
              >
                {t("allInList", { count })}
              </PaletteRow>
            )}
          </PaletteGroup>
        )}
      </ResultList>
      {values.length === 0 && isDone && completedAt !== null && <NothingFits typed={typed} />}
      <ReadingNote typed={typed} count={isDone ? count + tags.length : null} />
    </>
  );
}
