"use client";

import { ListFilter } from "lucide-react";
import { type ReactNode, useMemo } from "react";
import { useTranslations } from "use-intl";
import { listHref, memoryHref } from "@/components/memories/memory-route";
import { useMemoryRoute } from "@/components/memories/use-memory-route";
import { useCollection, useCounts } from "@/lib/client/collection/use-collection";
import { searchText } from "@/lib/client/filters/filter-address";
import { withoutFilters } from "@/lib/client/filters/memory-filters";
import { parseSearch } from "@/lib/client/search/parse-search";
import { useTagColors } from "@/lib/client/tags";
import type { Memory } from "@/lib/contract/memory";
import { fittingTags } from "./choice";
import { PaletteMemoryRow } from "./memory-row";
import { PaletteGroup, PaletteRow } from "./palette-row";
import { ReadingNote } from "./reading-note";
import { recentOnes, remember } from "./recent";
import { NothingFits, ResultList } from "./result-list";
import { PaletteTagRow } from "./tag-row";
import { useMemorySearch } from "./use-memory-search";

type CollectedResultsProps = {
  typed: string;
  commandRows: ReactNode;
  hasCommands: boolean;
  onGo: (href: string) => void;
};

/** Commands, and with them the tags and memories that fit; before anything is typed, recent ones. */
export function CollectedResults({ typed, commandRows, hasCommands, onGo }: CollectedResultsProps) {
  const t = useTranslations("palette");
  const { filters } = useMemoryRoute();
  const { memories, completedAt } = useCollection();
  const tags = usePaletteTags();
  const search = useMemo(() => parseSearch(typed), [typed]);
  const { hits, isDone } = useMemorySearch(typed, memories);
  const isEmpty = typed === "";
  const shownTags = isEmpty ? [] : fittingTags(tags, typed);
  const found = isEmpty ? [] : hits.top;
  const inOrder = withoutFilters(filters);

  const openMemory = ({ id }: Memory) => onGo(memoryHref(id, filters));
  const openTag = (name: string) => {
    remember({ kind: "tag", name });
    onGo(listHref({ ...inOrder, tags: [name] }));
  };
  const hasResults = hasCommands || shownTags.length > 0 || found.length > 0;

  return (
    <>
      <ResultList>
        {isEmpty && <RecentRows onMemory={openMemory} onTag={openTag} />}
        {commandRows}
        {shownTags.length > 0 && (
          <PaletteGroup heading={t("tags")}>
            {shownTags.map((tag) => (
              <PaletteTagRow
                key={tag.name}
                tag={tag}
                search={search}
                onSelect={() => openTag(tag.name)}
              />
            ))}
          </PaletteGroup>
        )}
        {found.length > 0 && (
          <PaletteGroup heading={t("memories")}>
            {found.map((memory) => (
              <PaletteMemoryRow
                key={memory.id}
                memory={memory}
                search={search}
                onSelect={() => openMemory(memory)}
              />
            ))}
            {hits.count > found.length && (
              <PaletteRow
                value="all-in-list"
                icon={<ListFilter />}
                onSelect={() => onGo(listHref({ ...inOrder, q: searchText(typed) }))}
              >
                {t("allInList", { count: hits.count })}
              </PaletteRow>
            )}
          </PaletteGroup>
        )}
      </ResultList>
      {!hasResults && isDone && completedAt !== null && <NothingFits typed={typed} />}
      <ReadingNote typed={typed} count={isDone ? hits.count + shownTags.length : null} />
    </>
  );
}

function usePaletteTags() {
  const { tags } = useCounts();
  const colors = useTagColors();
  return useMemo(
    () =>
      Array.from(tags, ([name, { count }]) => ({ name, count, color: colors.get(name) ?? null })),
    [tags, colors],
  );
}

type RecentRowsProps = { onMemory: (memory: Memory) => void; onTag: (name: string) => void };

/** What was opened lately, as far as it is still there. */
function RecentRows({ onMemory, onTag }: RecentRowsProps) {
  const t = useTranslations("palette");
  const { memories } = useCollection();
  const tags = usePaletteTags();
  const search = parseSearch("");
  const rows = recentOnes().flatMap((one) => {
    if (one.kind === "memory") {
      const memory = memories.find(({ id }) => id === one.id);
      return memory
        ? [
            <PaletteMemoryRow
              key={one.id}
              memory={memory}
              search={search}
              onSelect={() => onMemory(memory)}
            />,
          ]
        : [];
    }
    const tag = tags.find(({ name }) => name === one.name);
    return tag
      ? [
          <PaletteTagRow
            key={one.name}
            tag={tag}
            search={search}
            onSelect={() => onTag(tag.name)}
          />,
        ]
      : [];
  });
  return rows.length > 0 ? <PaletteGroup heading={t("recent")}>{rows}</PaletteGroup> : null;
}
