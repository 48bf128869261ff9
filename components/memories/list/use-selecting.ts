"use client";

import { useSyncExternalStore } from "react";
import { useSelectionStore } from "@/lib/client/selection/use-selection";

/** Whether anything is selected: drawn again only when that changes. */
export function useHasSelection(): boolean {
  const selection = useSelectionStore();
  const hasSelection = () => {
    const state = selection.getSnapshot();
    return state.kind === "all" || state.ids.size > 0;
  };
  return useSyncExternalStore(selection.subscribe, hasSelection, () => false);
}
