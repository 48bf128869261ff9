"use client";

import { NewMemory } from "@/components/memories/form/new-memory";
import type { MemoryView } from "@/components/memories/memory-route";
import type { MemoryFilters } from "@/lib/client/filters/memory-filters";
import { MemoryPane } from "./memory-pane";
import { KeepPlace } from "./pane-scroll";
import { ChooseMemory, NoSuchMemory } from "./pane-states";

type PaneProps = { view: MemoryView; filters: MemoryFilters };

/** What the address names, beside the list. */
export function Pane({ view, filters }: PaneProps) {
  if (view.kind === "list") return <ChooseMemory filters={filters} />;
  if (view.kind === "new") return <NewMemory filters={filters} />;
  if (view.kind === "unknown") return <NoSuchMemory filters={filters} />;
  return (
    <KeepPlace key={view.id}>
      <MemoryPane id={view.id} mode={view.mode} filters={filters} />
    </KeepPlace>
  );
}
