"use client";

import type { MemoryFilters } from "@/lib/client/filters/memory-filters";
import type { MemoryVersion } from "@/lib/client/memories";
import { MemoryArticle } from "./memory-article";
import { Pager } from "./pager";
import { BackToList, PaneToolbar } from "./pane-toolbar";
import { ReadingActions } from "./reading-actions";

type ReadingPaneProps = { version: MemoryVersion; filters: MemoryFilters };

export function ReadingPane({ version, filters }: ReadingPaneProps) {
  return (
    <div className="flex h-full min-h-0 flex-col">
      <PaneToolbar>
        <BackToList filters={filters} />
        <Pager id={version.memory.id} filters={filters} />
        <ReadingActions version={version} filters={filters} />
      </PaneToolbar>
      <div className="min-h-0 grow overflow-y-auto overscroll-contain pb-[env(safe-area-inset-bottom)]">
        <MemoryArticle memory={version.memory} />
      </div>
    </div>
  );
}
