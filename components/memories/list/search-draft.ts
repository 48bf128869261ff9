import { searchText } from "@/lib/client/filters/filter-address";

/**
 * What stands in the search box beyond what the address says; null while both agree from the start.
 * `isSettled` once the address has caught up with the text.
 */
export type SearchDraft = { text: string; isSettled: boolean } | null;

/**
 * The draft once the address says `q`: kept while it is ahead of the address, settled when that
 * has caught up, dropped when something else has changed the address since.
 */
export function followAddress(draft: SearchDraft, q: string): SearchDraft {
  if (draft === null) return null;
  if (searchText(draft.text) === q) return draft.isSettled ? draft : { ...draft, isSettled: true };
  return draft.isSettled ? null : draft;
}
