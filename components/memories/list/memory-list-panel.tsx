"use client";

import { useEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import type { MemoryView } from "@/components/memories/memory-route";
import { LIST_HEADING_ID } from "@/components/memories/use-return-focus";
import { cn } from "@/components/ui/cn";
import { useCollectionView } from "@/lib/client/collection/use-collection";
import type { MemoryFilters } from "@/lib/client/filters/memory-filters";
import { FailedNotice } from "./failed-notice";
import { ListBody } from "./list-body";
import { ListHeader } from "./list-header";
import { SlowNote } from "./list-notes";
import { SelectionFoot } from "./selection-foot";
import { showCheckboxes, useHasSelection, useIsSelecting } from "./use-selecting";

type MemoryListPanelProps = { view: MemoryView; filters: MemoryFilters; className?: string };

/** The list column: search and filters above, memories below in their own scroller. */
export function MemoryListPanel({ view: route, filters, className }: MemoryListPanelProps) {
  const t = useTranslations("list");
  const scroller = useRef<HTMLDivElement>(null);
  const view = useCollectionView(filters);
  const hasSelection = useHasSelection();
  const isSelecting = useIsSelecting();
  useEffect(() => () => showCheckboxes(false), []);
  const Heading = route.kind === "list" ? "h1" : "h2";
  return (
    <section
      aria-labelledby={LIST_HEADING_ID}
      className={cn("flex min-h-0 min-w-0 flex-col bg-paper", className)}
    >
      <Heading id={LIST_HEADING_ID} tabIndex={-1} className="sr-only">
        {t("heading")}
      </Heading>
      <ListHeader filters={filters} view={view} onSelect={() => showCheckboxes(true)} />
      <FailedNotice snapshot={view.snapshot} />
      <div
        ref={scroller}
        className={cn(
          // The rows keep their place themselves.
          "min-h-0 grow overscroll-contain [overflow-anchor:none] max-md:pb-24",
          // A skeleton is nothing to scroll through.
          view.snapshot.loaded === 0 ? "overflow-hidden" : "overflow-y-auto",
        )}
      >
        <SlowNote isSlow={view.snapshot.slow} />
        <ListBody
          view={view}
          filters={filters}
          openId={route.kind === "memory" ? route.id : null}
          isSelecting={isSelecting}
          scroller={scroller}
        />
      </div>
      {isSelecting && (
        <SelectionFoot
          filters={filters}
          isEmpty={!hasSelection}
          onDone={() => showCheckboxes(false)}
        />
      )}
    </section>
  );
}
