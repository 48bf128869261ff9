import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useMemo, useSyncExternalStore } from "react";
import { viewFor } from "@/lib/client/collection/collection-of";
import { useCollection } from "@/lib/client/collection/use-collection";
import type { Memory } from "@/lib/contract/memory";
import type { Selection } from "./selection";
import { selectionOf } from "./selection-of";
import { nothingSelected, type SelectionState } from "./selection-state";

/** The tab's selection itself, for the actions: `toggle`, `range`, `clear`, `resolve` … */
export function useSelectionStore(): Selection {
  return selectionOf(useQueryClient());
}

const onServer = () => nothingSelected;

export type CurrentSelection = {
  readonly state: SelectionState;
  /** How many of the memories that are here are selected. */
  readonly count: number;
  /** False while "all matching" is chosen and more may come. */
  readonly isExact: boolean;
  readonly has: (id: string) => boolean;
};

/** What is selected at this moment. */
export function useSelection(): CurrentSelection {
  const client = useQueryClient();
  const selection = selectionOf(client);
  const state = useSyncExternalStore(selection.subscribe, selection.getSnapshot, onServer);
  const { memories, completedAt } = useCollection();
  const count = useMemo(() => countOf(client, state, memories), [client, state, memories]);
  const isExact = state.kind === "some" || completedAt !== null;
  return useMemo(
    () => ({ state, count, isExact, has: (id) => selection.has(id) }),
    [state, count, isExact, selection],
  );
}

/** Whether one memory is selected: a row draws again only when that changes. */
export function useIsSelected(id: string): boolean {
  const selection = useSelectionStore();
  return useSyncExternalStore(
    selection.subscribe,
    () => selection.has(id),
    () => false,
  );
}

function countOf(client: QueryClient, state: SelectionState, memories: readonly Memory[]): number {
  if (state.kind === "some") return state.ids.size;
  const { memories: matching, indexOf } = viewFor(client, state.filters).update(memories);
  const outside = [...state.also].filter((id) => indexOf(id) < 0).length;
  const excepted = [...state.except].filter((id) => indexOf(id) >= 0).length;
  return matching.length - excepted + outside;
}
