import { listHref, memoryHref, parseMemoryRoute } from "@/components/memories/memory-route";
import { goTo } from "@/components/memories/use-memory-route";
import { moveFocusAlong } from "@/components/memories/use-return-focus";

/**
 * Leaves the memory that is being deleted, if it is the one that is open: for its neighbour where
 * list and pane stand beside each other, else for the list. Focus in the list is the list's to keep.
 */
export function leaveDeleted(id: string, next: string | null): void {
  const { pathname, search } = window.location;
  const { view, filters } = parseMemoryRoute(pathname, new URLSearchParams(search));
  if (view.kind !== "memory" || view.id !== id) return;
  if (!document.activeElement?.closest("[data-memory]")) moveFocusAlong();
  const isBeside = window.matchMedia("(width >= 48rem)").matches;
  const href = next !== null && isBeside ? memoryHref(next, filters) : listHref(filters);
  // In place of the present address: Back does not lead to what is gone.
  goTo(href, { replace: true });
}
