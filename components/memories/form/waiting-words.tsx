"use client";

import { useState } from "react";
import { editHref } from "@/components/memories/memory-route";
import { goTo } from "@/components/memories/use-memory-route";
import { useDraft } from "@/lib/client/drafts/use-draft";
import type { MemoryFilters } from "@/lib/client/filters/memory-filters";
import { changedFields, toForm } from "@/lib/client/memory-patch";
import type { Memory } from "@/lib/contract/memory";
import { KeptWords } from "./kept-words";

/** Above a memory that is read: words of this tab wait for it. */
export function WaitingWords({ memory, filters }: { memory: Memory; filters: MemoryFilters }) {
  const { draft, drop } = useDraft(memory.id);
  const [isDiscarded, setDiscarded] = useState(false);
  if (!draft?.base || isDiscarded) return null;
  if (changedFields(toForm(draft.base), draft.values).length === 0) return null;
  return (
    <KeptWords
      at={draft.savedAt}
      onGoOn={() => goTo(editHref(memory.id, filters), { replace: true })}
      onDiscard={() => {
        drop();
        setDiscarded(true);
      }}
    />
  );
}
