"use client";

import { SelectionStatus } from "@/components/bulk/selection-status";
import { DeleteCommand } from "@/components/trash/delete-command";
import { cn } from "@/components/ui/cn";
import { MemoryListPanel } from "./list/memory-list-panel";
import { Pane } from "./pane/pane";
import { useMemoryRoute } from "./use-memory-route";
import { useReturnFocus } from "./use-return-focus";

/**
 * Everything under /memories: the list, always mounted so that it keeps its place, and beside it
 * what the address names. On a phone the pane lies over the list, which is hidden without losing
 * its scroll position.
 */
export function MemoriesView() {
  const { view, filters } = useMemoryRoute();
  const isList = view.kind === "list";
  useReturnFocus(view);
  return (
    <div
      className={cn(
        "relative grid h-full min-h-0 md:grid-cols-[20rem_minmax(0,1fr)]",
        "min-[68.75rem]:grid-cols-[22rem_minmax(0,1fr)] xl:grid-cols-[25.5rem_minmax(0,1fr)]",
      )}
    >
      <DeleteCommand view={view} />
      <SelectionStatus />
      <MemoryListPanel
        view={view}
        filters={filters}
        className={cn("border-line md:border-e", !isList && "max-md:invisible")}
      />
      <div
        className={cn(
          "min-h-0 min-w-0 bg-paper",
          isList ? "max-md:hidden" : "max-md:absolute max-md:inset-0 max-md:z-10",
        )}
      >
        <Pane view={view} filters={filters} />
      </div>
    </div>
  );
}
