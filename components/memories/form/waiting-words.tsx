"use client";

import { useState } from "react";
import { editHref } from "@/components/memories/memory-route";
import { goTo } from "@/components/memories/use-memory-route";
import { useDraft } from "@/lib/client/drafts/use-draft";
import type { MemoryFilters } from "@/lib/client/filters/memory-filters";
import { changedFields, toForm } from "@/lib/client/memory-patch";
import type { Memory } from "@/lib/contract/memory";
import { KeptWords } from "./kept-words";
import { useKeepAsNew } from "./use-keep-as-new";

type WaitingWordsProps = {
  id: string;
  /** The memory that they wait for; null once it is gone. */
  memory: Memory | null;
  filters: MemoryFilters;
};

/** Above a memory that is read, or in place of one that is gone: words of this tab wait for it. */
export function WaitingWords({ id, memory, filters }: WaitingWordsProps) {
  const { draft, drop } = useDraft(id);
  const [isDiscarded, setDiscarded] = useState(false);
  const keepAsNew = useKeepAsNew(filters);
  if (!draft?.base || isDiscarded) return null;
  const saved = memory ?? draft.base;
  if (changedFields(toForm(saved), draft.values).length === 0) return null;
  const isGone = memory === null;
  const goOn = () => goTo(editHref(id, filters), { replace: true });
  return (
    <KeptWords
      at={draft.savedAt}
      fate={isGone ? "homeless" : "waiting"}
      onGoOn={isGone ? keepAsNew && (() => keepAsNew(draft.values, drop)) : goOn}
      onDiscard={() => {
        drop();
        setDiscarded(true);
      }}
    />
  );
}
