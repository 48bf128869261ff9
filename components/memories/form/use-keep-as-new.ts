"use client";

import { useSyncExternalStore } from "react";
import { newHref } from "@/components/memories/memory-route";
import { goTo } from "@/components/memories/use-memory-route";
import { NEW_DRAFT } from "@/lib/client/drafts/draft";
import { readDraft, writeDraft } from "@/lib/client/drafts/draft-storage";
import type { MemoryFilters } from "@/lib/client/filters/memory-filters";
import type { MemoryForm } from "@/lib/contract/memory";

const never = () => () => {};
const hasNewDraft = () => readDraft(NEW_DRAFT) !== null;

/**
 * Words whose memory is gone become the beginning of another: in the form for a new memory, to look
 * at before they are saved. `drop` lets go of the old draft once they are kept. Null while another
 * new memory has been begun, which would be lost.
 */
export function useKeepAsNew(filters: MemoryFilters) {
  const isTaken = useSyncExternalStore(never, hasNewDraft, () => true);
  if (isTaken) return null;
  return (values: MemoryForm, drop: () => void) => {
    const draft = { values, base: null, baseEtag: null, savedAt: Date.now() };
    if (!writeDraft(NEW_DRAFT, draft)) return;
    drop();
    goTo(newHref(filters), { replace: true });
  };
}
