"use client";

import { useState } from "react";
import { editHref } from "@/components/memories/memory-route";
import { goTo } from "@/components/memories/use-memory-route";
import { useDraft } from "@/lib/client/drafts/use-draft";
import type { MemoryFilters } from "@/lib/client/filters/memory-filters";
import { changedFields, toForm } from "@/lib/client/memory-patch";
import { KeptWords } from "./kept-words";
import { useKeepAsNew } from "./use-keep-as-new";

type WaitingWordsProps = {
  id: string;
  filters: MemoryFilters;
  /** The memory is gone: its words can only become another one. */
  isGone?: boolean;
};

/** Above a memory that is read, or in place of one that is gone: words of this tab wait for it. */
export function WaitingWords({ id, filters, isGone = false }: WaitingWordsProps) {
  const { draft, drop } = useDraft(id);
  const [isDiscarded, setDiscarded] = useState(false);
  const keepAsNew = useKeepAsNew(filters);
  if (!draft?.base || isDiscarded) return null;
  if (changedFields(toForm(draft.base), draft.values).length === 0) return null;
  const goOn = () => goTo(editHref(id, filters), { replace: true });
  return (
    <KeptWords
      at={draft.savedAt}
      state={isGone ? "homeless" : "waiting"}
      onGoOn={isGone ? keepAsNew && (() => keepAsNew(draft.values, drop)) : goOn}
      onDiscard={() => {
        drop();
        setDiscarded(true);
      }}
    />
  );
}
