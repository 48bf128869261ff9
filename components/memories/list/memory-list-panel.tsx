"use client";

import { useRef } from "react";
import type { MemoryView } from "@/components/memories/memory-route";
import { LIST_HEADING_ID } from "@/components/memories/use-return-focus";
import { cn } from "@/components/ui/cn";
import type { MemoryFilters } from "@/lib/client/filters/memory-filters";
import { useMemories } from "@/lib/client/memories";
import { ListHeader } from "./list-header";
import { MemoryList } from "./memory-list";

type MemoryListPanelProps = { view: MemoryView; filters: MemoryFilters; className?: string };

/** The list column: search and filters above, memories below in their own scroller. */
export function MemoryListPanel({ view, filters, className }: MemoryListPanelProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const list = useMemories(filters);
  const Heading = view.kind === "list" ? "h1" : "h2";
  return (
    <section
      aria-labelledby={LIST_HEADING_ID}
      className={cn("flex min-h-0 min-w-0 flex-col bg-paper", className)}
    >
      <Heading id={LIST_HEADING_ID} tabIndex={-1} className="sr-only">
        Memories
      </Heading>
      <ListHeader filters={filters} list={list} onChange={() => scroller.current?.scrollTo(0, 0)} />
      <div
        ref={scroller}
        className={cn(
          "min-h-0 grow overscroll-contain max-md:pb-24",
          // A skeleton is nothing to scroll through.
          list.isPending ? "overflow-hidden" : "overflow-y-auto",
        )}
      >
        <MemoryList
          list={list}
          filters={filters}
          selectedId={view.kind === "memory" ? view.id : null}
          scroller={scroller}
        />
      </div>
    </section>
  );
}
