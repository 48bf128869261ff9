"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { MemoryView } from "@/components/memories/memory-route";
import { useCommand } from "@/components/shortcuts/use-command";
import { useCollectionStore } from "@/lib/client/collection/use-collection";
import type { MemoryVersion } from "@/lib/client/memories";
import { queryKeys } from "@/lib/client/query-keys";
import { requestDeletion } from "./deletion-requests";

/** What `#` deletes on /memories: the row that has focus, else the memory that is open. */
export function DeleteCommand({ view }: { view: MemoryView }) {
  const client = useQueryClient();
  const collection = useCollectionStore();
  const lastFocused = useLastFocusedMemory();
  const shown = view.kind === "memory" ? view : null;
  const open = shown?.mode === "read" ? shown.id : null;
  const remove = () => {
    const id = focusedMemory(lastFocused) ?? open;
    // What is being written stays under the hand that writes it.
    if (id === null || (id === shown?.id && shown.mode === "edit")) return;
    // The version that was read, if it was: a newer one is not deleted unread.
    const read = client.getQueryData<MemoryVersion>(queryKeys.memories.detail(id));
    const memory = collection.get(id);
    const version = id === open && read ? read : memory && { memory, etag: null };
    if (version) requestDeletion(version);
  };
  useCommand("delete", (lastFocused ?? open) === null ? null : remove);
  return null;
}

const DIALOG = "[role=dialog], [role=alertdialog]";

const memoryOf = (element: Element | null) =>
  element?.closest("[data-memory]")?.getAttribute("data-memory") ?? null;

/** The memory whose row has focus; while a dialog has borrowed it, the one that had it before. */
function focusedMemory(last: string | null): string | null {
  const { activeElement } = document;
  return activeElement?.closest(DIALOG) ? last : memoryOf(activeElement);
}

/** The memory whose row had focus last, null once something else but a dialog has. */
function useLastFocusedMemory(): string | null {
  const [id, setId] = useState<string | null>(null);
  useEffect(() => {
    const follow = ({ target }: FocusEvent) => {
      if (target instanceof Element && !target.closest(DIALOG)) setId(memoryOf(target));
    };
    document.addEventListener("focusin", follow);
    return () => document.removeEventListener("focusin", follow);
  }, []);
  return id;
}
