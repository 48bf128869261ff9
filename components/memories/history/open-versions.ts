import { memoryHref, versionsHref } from "@/components/memories/memory-route";
import { goTo } from "@/components/memories/use-memory-route";
import { moveFocusAlong } from "@/components/memories/use-return-focus";
import type { MemoryFilters } from "@/lib/client/filters/memory-filters";

/** The address of versions that lies on top of the memory's own in the history of this tab. */
let openedHere: string | null = null;

/** Shows the earlier versions; Back closes them again. */
export function openVersions(id: string, filters: MemoryFilters): void {
  const href = versionsHref(id, filters);
  openedHere = href;
  moveFocusAlong();
  goTo(href);
}

/** Closes them: by going back where they were opened from the memory, so that none of it stays. */
export function closeVersions(id: string, filters: MemoryFilters): void {
  const { pathname, search } = window.location;
  const isOnTop = openedHere === pathname + search;
  openedHere = null;
  moveFocusAlong();
  if (isOnTop) window.history.back();
  else goTo(memoryHref(id, filters), { replace: true });
}
