"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { MemoryView } from "@/components/memories/memory-route";
import { useCommand } from "@/components/shortcuts/use-command";
import { requestDeletion } from "@/components/trash/deletion-requests";
import { useCollectionStore } from "@/lib/client/collection/use-collection";
import type { MemoryVersion } from "@/lib/client/memories";
import { queryKeys } from "@/lib/client/query-keys";
import { useSelectionStore } from "@/lib/client/selection/use-selection";

/** What `x` and `#` do on /memories: to the row that has focus, else to the memory that is open. */
export function RowCommands({ view }: { view: MemoryView }) {
  const client = useQueryClient();
  const collection = useCollectionStore();
  const selection = useSelectionStore();
  const focused = useFocusedMemory();
  const open = view.kind === "memory" && view.mode === "read" ? view.id : null;
  const target = focused ?? open;
  const remove = (id: string) => {
    // The version that was read, if it was: a newer one is not deleted unread.
    const read = client.getQueryData<MemoryVersion>(queryKeys.memories.detail(id));
    const memory = collection.get(id);
    const version = id === open && read ? read : memory && { memory, etag: null };
    if (version) requestDeletion(version);
  };
  useCommand("select", target === null ? null : () => selection.toggle(target));
  useCommand("delete", target === null ? null : () => remove(target));
  return null;
}

/** The memory whose row has focus, also while a dialog has borrowed it. */
function useFocusedMemory(): string | null {
  const [id, setId] = useState<string | null>(null);
  useEffect(() => {
    const follow = ({ target }: FocusEvent) => {
      if (!(target instanceof Element) || target.closest("[role=dialog], [role=alertdialog]"))
        return;
      setId(target.closest("[data-memory]")?.getAttribute("data-memory") ?? null);
    };
    document.addEventListener("focusin", follow);
    return () => document.removeEventListener("focusin", follow);
  }, []);
  return id;
}
