"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useEffect, useMemo, useSyncExternalStore } from "react";
import { filterParams, parseFilters } from "@/lib/client/filters/filter-address";
import type { MemoryFilters } from "@/lib/client/filters/memory-filters";
import { noteStep } from "@/lib/client/traversal";
import { isUnderMemories, parseMemoryRoute, viewHref } from "./memory-route";

/**
 * The address under /memories that Next does not know of yet: it follows the native history calls
 * in a transition of its own, while what was pressed has to show at once. Null while both agree.
 */
let ahead: string | null = null;

const listeners = new Set<() => void>();

const currentHref = () => window.location.pathname + window.location.search;

function become(href: string | null): void {
  if (href === ahead) return;
  ahead = href;
  for (const listener of listeners) listener();
}

if (typeof window !== "undefined") {
  window.addEventListener("popstate", () => {
    // Another page is Next's to bring; until then this one stays as it is.
    become(isUnderMemories(window.location.pathname) ? currentHref() : null);
  });
}

function subscribeToAddress(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

/** Next has drawn this path and query: when that is where the browser is, nobody is ahead. */
function noteDrawn(pathname: string, params: URLSearchParams): void {
  if (ahead === null) return;
  const search = new URLSearchParams(window.location.search).toString();
  const isThere = pathname === window.location.pathname && params.toString() === search;
  if (isThere || ahead !== currentHref()) become(null);
}

type Going = {
  /** Put the address in place of the present one, so that Back skips it. */
  replace?: boolean;
};

/**
 * Goes to an address under /memories without asking the server for a page: list and pane are
 * mounted and read the address themselves. Next keeps `usePathname` and `useSearchParams` in step
 * with the native history calls.
 */
export function goTo(href: string, { replace = false }: Going = {}): void {
  noteStep();
  if (replace) window.history.replaceState(null, "", href);
  else window.history.pushState(null, "", href);
  become(currentHref());
}

/** What the address says: the view beside the list and the list's filters. */
export function useMemoryRoute() {
  const pathname = usePathname();
  const params = useSearchParams();
  const newer = useSyncExternalStore(
    subscribeToAddress,
    () => ahead,
    () => null,
  );
  useEffect(() => noteDrawn(pathname, params), [pathname, params]);
  const route = useMemo(() => {
    if (newer === null) return parseMemoryRoute(pathname, params);
    const { pathname: path, searchParams } = new URL(newer, "http://localhost");
    return parseMemoryRoute(path, searchParams);
  }, [newer, pathname, params]);
  const search = filterParams(route.filters).toString();
  // The same filters stay the same object from one memory to the next: rows need not draw again.
  const filters = useMemo(() => parseFilters(new URLSearchParams(search)), [search]);
  return useMemo(() => ({ view: route.view, filters }), [route, filters]);
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
