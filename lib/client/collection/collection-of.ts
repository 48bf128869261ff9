import type { QueryClient } from "@tanstack/react-query";
import { filterKey } from "@/lib/client/filters/filter-address";
import type { MemoryFilters } from "@/lib/client/filters/memory-filters";
import { pageLanguage } from "@/lib/client/page-collator";
import { leaveWhenSignedOut } from "@/lib/client/session";
import { Collection } from "./collection";
import { RunningCounts } from "./counts";
import { browserEnvironment } from "./environment";
import { SortedView } from "./sorted-view";

/** As many as are looked at by turns: the list's, the selection's, those of the last few steps. */
const MAX_VIEWS = 8;

type Kept = { collection: Collection; counts: RunningCounts; views: Map<string, SortedView> };

const kept = new WeakMap<QueryClient, Kept>();

function keptFor(client: QueryClient): Kept {
  let own = kept.get(client);
  if (!own) {
    own = {
      collection: new Collection(browserEnvironment, leaveWhenSignedOut),
      counts: new RunningCounts(),
      views: new Map(),
    };
    kept.set(client, own);
  }
  return own;
}

/** The one collection of a tab, beside its query cache. */
export const collectionOf = (client: QueryClient): Collection => keptFor(client).collection;

export const countsOf = (client: QueryClient): RunningCounts => keptFor(client).counts;

/** The view of these filters that everybody shares; the least used are forgotten. */
export function viewFor(client: QueryClient, filters: MemoryFilters): SortedView {
  const { views } = keptFor(client);
  // By title the order depends on the language, which may change while the page stays.
  const key = `${pageLanguage() ?? ""} ${filterKey(filters)}`;
  const view = views.get(key) ?? new SortedView(filters);
  views.delete(key);
  views.set(key, view);
  const [oldest] = views.keys();
  if (views.size > MAX_VIEWS && oldest !== undefined) views.delete(oldest);
  return view;
}
