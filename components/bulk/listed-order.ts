import type { QueryClient } from "@tanstack/react-query";
import { parseMemoryRoute } from "@/components/memories/memory-route";
import { collectionOf, viewFor } from "@/lib/client/collection/collection-of";

/** The ids of the list as it is shown at this moment: by what the address says. Browser only. */
export function listedOrder(client: QueryClient): string[] {
  const { pathname, search } = window.location;
  const { filters } = parseMemoryRoute(pathname, new URLSearchParams(search));
  const { memories } = collectionOf(client).getSnapshot();
  return viewFor(client, filters)
    .update(memories)
    .memories.map(({ id }) => id);
}
