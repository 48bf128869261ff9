"use client";

import { useCallback } from "react";
import type { BulkAction, BulkItem } from "@/lib/client/bulk/job";
import { useBulkRunner } from "@/lib/client/bulk/use-bulk-job";
import { useCollectionStore } from "@/lib/client/collection/use-collection";
import { useSelectionStore } from "@/lib/client/selection/use-selection";
import { rememberItems } from "./job-items";

/** Begins a job on what is selected, which is from then on these memories and no later ones. */
export function useStartJob(): (action: BulkAction) => Promise<void> {
  const runner = useBulkRunner();
  const selection = useSelectionStore();
  const collection = useCollectionStore();
  return useCallback(
    async (action) => {
      const ids = await selection.resolve();
      const items: BulkItem[] = ids.map((id) => ({
        id,
        title: collection.get(id)?.title ?? null,
      }));
      if (items.length === 0) return;
      rememberItems(runner.start(action, items).id, items);
      // What is being deleted is nothing to do more with; the panel tells of it from here on.
      if (action.kind === "delete") selection.clear();
    },
    [runner, selection, collection],
  );
}
