import { filterParams, parseFilters, withFilters } from "@/lib/client/filters/filter-address";
import type { MemoryFilters } from "@/lib/client/filters/memory-filters";
import { memoryIdSchema } from "@/lib/contract/memory";

/** How one memory is shown: to read, to edit, or with its earlier versions. */
export type MemoryMode = "read" | "edit" | "versions";

/** What an address under /memories shows beside the list. `unknown`: no memory can have that id. */
export type MemoryView =
  | { kind: "list" }
  | { kind: "new" }
  | { kind: "memory"; id: string; mode: MemoryMode }
  | { kind: "unknown" };

export type MemoryRoute = { view: MemoryView; filters: MemoryFilters };

/** Reads path and query of a page under /memories; the id is the one part that is strict. */
export function parseMemoryRoute(pathname: string, params: URLSearchParams): MemoryRoute {
  return { view: parseView(pathname, params), filters: parseFilters(params) };
}

function parseView(pathname: string, params: URLSearchParams): MemoryView {
  const [, section, id, ...rest] = pathname.replace(/\/$/, "").split("/");
  if (section !== "memories" || rest.length > 0) return { kind: "unknown" };
  if (id === undefined) return { kind: "list" };
  if (id === "new") return { kind: "new" };
  if (!memoryIdSchema.safeParse(id).success) return { kind: "unknown" };
  return { kind: "memory", id, mode: parseMode(params) };
}

function parseMode(params: URLSearchParams): MemoryMode {
  if (params.get("edit") === "1") return "edit";
  return params.get("versions") === "1" ? "versions" : "read";
}

/** Whether a path (a query may follow) is one of those that list and pane read. */
export const isUnderMemories = (path: string) => /^\/memories(?:[/?]|$)/.test(path);

export const listHref = (filters: MemoryFilters) => withFilters("/memories", filters);

export const newHref = (filters: MemoryFilters) => withFilters("/memories/new", filters);

export const memoryHref = (id: string, filters: MemoryFilters) =>
  withFilters(`/memories/${id}`, filters);

export const editHref = (id: string, filters: MemoryFilters) => modeHref(id, filters, "edit");

export const versionsHref = (id: string, filters: MemoryFilters) =>
  modeHref(id, filters, "versions");

function modeHref(id: string, filters: MemoryFilters, mode: MemoryMode): string {
  const href = memoryHref(id, filters);
  if (mode === "read") return href;
  return `${href}${filterParams(filters).size > 0 ? "&" : "?"}${mode}=1`;
}

/** The same view with other filters. */
export function viewHref(view: MemoryView, filters: MemoryFilters): string {
  if (view.kind === "new") return newHref(filters);
  if (view.kind !== "memory") return listHref(filters);
  return modeHref(view.id, filters, view.mode);
}

/** Whether two addresses show the same thing beside the list, whatever the filters. */
export function isSameView(a: MemoryView, b: MemoryView): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
