import type { QueryClient } from "@tanstack/react-query";
import { bulkRunnerOf } from "@/lib/client/bulk/bulk-runner-of";
import { collectionOf } from "@/lib/client/collection/collection-of";
import { wipeDrafts } from "@/lib/client/drafts/wipe-drafts";
import { selectionOf } from "@/lib/client/selection/selection-of";
import { forgetPlaces } from "./list-place";
import { queryKeys } from "./query-keys";

/**
 * Forgets all that this tab holds of a person: the collection, what is selected, drafts, jobs and
 * every cached answer. Nothing is asked any more, as the session it would be asked with is over: call
 * it once the server has ended the session, and load another page then.
 */
export function dropEverything(client: QueryClient): void {
  wipeDrafts();
  bulkRunnerOf(client).clear();
  collectionOf(client).close();
  selectionOf(client).clear();
  forgetPlaces();
  // What is on the screen lets go of its data too, and is not asked for again: it draws itself anew,
  // and would find nothing and ask, with a session that is over.
  client.setDefaultOptions({ queries: { enabled: false } });
  for (const query of client.getQueryCache().getAll()) query.reset();
  client.clear();
}

/** Forgets what was read of the person's memories; open pages ask anew. Drafts stay. */
export function dropMemories(client: QueryClient): void {
  bulkRunnerOf(client).clear();
  collectionOf(client).clear();
  selectionOf(client).clear();
  forgetPlaces();
  const [connection] = queryKeys.connection();
  void client.resetQueries({ predicate: ({ queryKey }) => queryKey[0] !== connection });
}
