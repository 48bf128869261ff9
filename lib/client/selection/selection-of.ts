import type { QueryClient } from "@tanstack/react-query";
import { collectionOf } from "@/lib/client/collection/collection-of";
import { keepSelection, readSelection } from "./kept-selection";
import { Selection } from "./selection";

const kept = new WeakMap<QueryClient, Selection>();

/** The one selection of a tab. */
export function selectionOf(client: QueryClient): Selection {
  let selection = kept.get(client);
  if (!selection) {
    const own = { read: readSelection, write: keepSelection };
    selection = new Selection(collectionOf(client), own);
    kept.set(client, selection);
  }
  return selection;
}
