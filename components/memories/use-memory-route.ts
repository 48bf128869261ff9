"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useMemo } from "react";
import { filterParams, parseFilters } from "@/lib/client/filters/filter-address";
import type { MemoryFilters } from "@/lib/client/filters/memory-filters";
import { parseMemoryRoute, viewHref } from "./memory-route";

/** What the address says: the view beside the list and the list's filters. */
export function useMemoryRoute() {
  const pathname = usePathname();
  const params = useSearchParams();
  const route = useMemo(() => parseMemoryRoute(pathname, params), [pathname, params]);
  const search = filterParams(route.filters).toString();
  // The same filters stay the same object from one memory to the next: rows need not draw again.
  const filters = useMemo(() => parseFilters(new URLSearchParams(search)), [search]);
  return useMemo(() => ({ view: route.view, filters }), [route, filters]);
}

type Going = {
  /** Put the address in place of the present one, so that Back skips it. */
  replace?: boolean;
};

/** How the present address came about: by something done in the page, or by Back and Forward. */
let cameBy: "step" | "traversal" = "step";

if (typeof window !== "undefined") {
  window.addEventListener("popstate", () => {
    cameBy = "traversal";
  });
}

export const wasTraversal = () => cameBy === "traversal";

/**
 * Goes to an address under /memories without asking the server for a page: list and pane are
 * mounted and read the address themselves. Next keeps `usePathname` and `useSearchParams` in step
 * with the native history calls.
 */
export function goTo(href: string, { replace = false }: Going = {}): void {
  cameBy = "step";
  if (replace) window.history.replaceState(null, "", href);
  else window.history.pushState(null, "", href);
}

/** Changes the filters of whatever is shown at that moment. */
export function changeFilters(
  change: (filters: MemoryFilters) => MemoryFilters,
  going?: Going,
): void {
  const { pathname, search } = window.location;
  const { view, filters } = parseMemoryRoute(pathname, new URLSearchParams(search));
  const href = viewHref(view, change(filters));
  if (href !== pathname + search) goTo(href, going);
}
