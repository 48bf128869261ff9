import { Skeleton } from "@/components/ui/skeleton";
import type { MemoryFilters } from "@/lib/client/filters/memory-filters";
import { paneText } from "./pane-text";
import { BackToList, PaneToolbar } from "./pane-toolbar";

/** The shape of a memory while it is on its way. */
export function PaneSkeleton({ filters }: { filters: MemoryFilters }) {
  return (
    <div className="flex h-full min-h-0 flex-col">
      <PaneToolbar>
        <BackToList filters={filters} />
      </PaneToolbar>
      <div role="status" className={paneText}>
        <span className="sr-only">Loading the memory</span>
        <Skeleton className="h-9 w-3/5" />
        <Skeleton className="mt-6 h-5 w-11/12" />
        <Skeleton className="mt-3 h-5 w-2/5" />
        <Skeleton className="mt-9 h-4 w-full" />
        <Skeleton className="mt-3.5 h-4 w-11/12" />
        <Skeleton className="mt-3.5 h-4 w-4/5" />
      </div>
    </div>
  );
}
