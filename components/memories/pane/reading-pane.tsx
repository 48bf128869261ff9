"use client";

import { useMemo } from "react";
import { WaitingWords } from "@/components/memories/form/waiting-words";
import type { MemoryFilters } from "@/lib/client/filters/memory-filters";
import type { MemoryVersion } from "@/lib/client/memories";
import { parseSearch } from "@/lib/client/search/parse-search";
import { MemoryArticle } from "./memory-article";
import { Pager } from "./pager";
import { PaneScroll } from "./pane-scroll";
import { BackToList, PaneToolbar } from "./pane-toolbar";
import { ReadingActions } from "./reading-actions";

type ReadingPaneProps = { version: MemoryVersion; filters: MemoryFilters; opening?: boolean };

export function ReadingPane({ version, filters, opening }: ReadingPaneProps) {
  const search = useMemo(() => parseSearch(filters.q), [filters.q]);
  return (
    <div className="flex h-full min-h-0 flex-col">
      <PaneToolbar>
        <BackToList filters={filters} />
        <Pager id={version.memory.id} filters={filters} />
        <ReadingActions version={version} filters={filters} opening={opening} />
      </PaneToolbar>
      <WaitingWords id={version.memory.id} memory={version.memory} filters={filters} />
      <PaneScroll>
        <MemoryArticle memory={version.memory} search={search} />
      </PaneScroll>
    </div>
  );
}
