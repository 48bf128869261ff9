"use client";

import { useCallback, useMemo, useState } from "react";
import { useTranslations } from "use-intl";
import { rememberItems } from "@/components/bulk/job-items";
import { titleOf } from "@/components/memories/memory-text";
import type { BulkAction } from "@/lib/client/bulk/job";
import { useBulkRunner } from "@/lib/client/bulk/use-bulk-job";
import type { LoadedTrash, useTrash } from "@/lib/client/trash";
import type { TrashItem } from "@/lib/contract/trash";
import { daysLeft } from "./days-left";
import { TrashBar } from "./trash-bar";
import { TrashMore } from "./trash-more";
import { type Erasure, TrashQuestion } from "./trash-question";
import { TrashReader } from "./trash-reader";
import { TrashRows } from "./trash-rows";
import { useEraseAll, useEraseOne } from "./use-erase";
import { useKeptFocus } from "./use-kept-focus";
import { useNow } from "./use-now";
import { useOpenMemory } from "./use-open-memory";
import { useRestoreWithWords } from "./use-restore-with-words";
import { useSelectEvery } from "./use-select-every";
import { useTrashSelection } from "./use-trash-selection";

type TrashListProps = { trash: ReturnType<typeof useTrash>; loaded: LoadedTrash };

/** The deleted memories that are loaded, one by one and many at a time. */
export function TrashList({ trash, loaded }: TrashListProps) {
  const t = useTranslations("trash");
  const common = useTranslations("common");
  const now = useNow();
  const runner = useBulkRunner();
  const [erasure, setErasure] = useState<Erasure | null>(null);
  const [reading, setReading] = useState<TrashItem | null>(null);
  const eraseOne = useEraseOne();
  const eraseAll = useEraseAll();
  const restoreWithWords = useRestoreWithWords();
  const openMemory = useOpenMemory();
  const selectEvery = useSelectEvery();

  // Whose time is over is gone before the list is read again.
  const items = useMemo(
    () => loaded.items.filter(({ expiresAt }) => now === null || daysLeft(expiresAt, now) !== null),
    [loaded, now],
  );
  const ids = useMemo(() => items.map(({ memory }) => memory.id), [items]);
  const selection = useTrashSelection(ids);
  useKeptFocus(ids);

  const restore = useCallback(
    async ({ memory }: TrashItem) => {
      setReading(null);
      await restoreWithWords(
        { id: memory.id, title: titleOf(memory, common) },
        { label: t("openRestored"), onClick: ({ id }) => openMemory(id) },
      );
    },
    [restoreWithWords, openMemory, t, common],
  );
  const start = (action: BulkAction) => {
    const titles = new Map(items.map(({ memory: { id, title } }) => [id, title]));
    // Of what is not loaded nobody here knows the title.
    const chosen = selection.ids.map((id) => ({ id, title: titles.get(id) ?? null }));
    rememberItems(runner.start(action, chosen).id, chosen);
    selection.clear();
  };
  const erase = (what: Erasure) => {
    setReading(null);
    if (what.kind === "one") void eraseOne(what.item);
    else if (what.kind === "all") void eraseAll();
    else start({ kind: "deleteForEver" });
  };
  const askToErase = useCallback((item: TrashItem) => setErasure({ kind: "one", item }), []);

  const total = Math.max(loaded.total - (loaded.items.length - items.length), ids.length);

  return (
    <div data-trash-list>
      <TrashBar
        loaded={ids}
        total={total}
        selection={selection}
        onSelectEvery={
          trash.hasNextPage ? () => selectEvery.run((every) => selection.select(every)) : null
        }
        isLoadingEvery={selectEvery.isPending}
        onRestore={() => start({ kind: "restore" })}
        onErase={() => setErasure({ kind: "selected", count: selection.ids.length })}
        onEmpty={() => setErasure({ kind: "all", count: loaded.total })}
      />
      <TrashRows
        items={items}
        ids={ids}
        total={total}
        trash={trash}
        now={now}
        selection={selection}
        onOpen={setReading}
        onRestore={restore}
        onErase={askToErase}
      />
      <TrashMore trash={trash} />
      <TrashReader
        item={reading}
        now={now}
        onClose={() => setReading(null)}
        onRestore={(item) => void restore(item)}
        onErase={askToErase}
      />
      <TrashQuestion erasure={erasure} onClose={() => setErasure(null)} onConfirm={erase} />
    </div>
  );
}
