"use client";

import { useSyncExternalStore } from "react";
import { useSelectionStore } from "@/lib/client/selection/use-selection";

/** Checkboxes are shown though nothing is selected yet: where nothing hovers, somebody has to ask. */
let isAsked = false;
const listeners = new Set<() => void>();

export function showCheckboxes(on: boolean): void {
  isAsked = on;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

const never = () => false;

/** Whether anything is selected: drawn again only when that changes. */
export function useHasSelection(): boolean {
  const selection = useSelectionStore();
  const hasSelection = () => {
    const state = selection.getSnapshot();
    return state.kind === "all" || state.ids.size > 0;
  };
  return useSyncExternalStore(selection.subscribe, hasSelection, never);
}

/** Whether memories are being selected, or about to be: then every row shows its checkbox. */
export function useIsSelecting(): boolean {
  const hasSelection = useHasSelection();
  return useSyncExternalStore(subscribe, () => isAsked, never) || hasSelection;
}
