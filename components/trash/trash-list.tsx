"use client";

import { useCallback, useMemo, useState } from "react";
import { useTranslations } from "use-intl";
import { rememberItems } from "@/components/bulk/job-items";
import { titleOf } from "@/components/memories/memory-text";
import type { BulkAction } from "@/lib/client/bulk/job";
import { useBulkJob } from "@/lib/client/bulk/use-bulk-job";
import type { LoadedTrash, useTrash } from "@/lib/client/trash";
import type { TrashItem } from "@/lib/contract/trash";
import { daysLeft } from "./days-left";
import { TrashBar } from "./trash-bar";
import { TrashMore } from "./trash-more";
import { type Erasure, TrashQuestion } from "./trash-question";
import { TrashReader } from "./trash-reader";
import { TrashRow } from "./trash-row";
import { useEraseAll, useEraseOne } from "./use-erase";
import { useKeptFocus } from "./use-kept-focus";
import { useNow } from "./use-now";
import { useOpenMemory } from "./use-open-memory";
import { useRestoreWithWords } from "./use-restore-with-words";
import { useTrashSelection } from "./use-trash-selection";

type TrashListProps = { trash: ReturnType<typeof useTrash>; loaded: LoadedTrash };

/** The deleted memories that are loaded, one by one and many at a time. */
export function TrashList({ trash, loaded }: TrashListProps) {
  const t = useTranslations("trash");
  const common = useTranslations("common");
  const now = useNow();
  const { job, runner } = useBulkJob();
  const [erasure, setErasure] = useState<Erasure | null>(null);
  const [isLoadingEvery, setLoadingEvery] = useState(false);
  const [reading, setReading] = useState<TrashItem | null>(null);
  const eraseOne = useEraseOne();
  const eraseAll = useEraseAll();
  const restoreWithWords = useRestoreWithWords();
  const openMemory = useOpenMemory();

  // What a job has dealt with, or whose time is over, is gone before the list is read again.
  const isTrashJob = job?.action.kind === "restore" || job?.action.kind === "deleteForEver";
  const changed = isTrashJob ? job.changed : undefined;
  const items = useMemo(() => {
    const gone = new Set(changed);
    const isThere = ({ memory, expiresAt }: TrashItem) =>
      !gone.has(memory.id) && (now === null || daysLeft(expiresAt, now) !== null);
    return loaded.items.filter(isThere);
  }, [loaded, changed, now]);
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
    const chosen = items
      .filter(({ memory }) => selection.has(memory.id))
      .map(({ memory: { id, title } }) => ({ id, title }));
    rememberItems(runner.start(action, chosen).id, chosen);
    selection.clear();
  };
  const erase = (what: Erasure) => {
    setReading(null);
    if (what.kind === "one") void eraseOne(what.item);
    else if (what.kind === "all") void eraseAll();
    else start({ kind: "deleteForEver" });
  };
  const selectEvery = async () => {
    setLoadingEvery(true);
    let last = await trash.fetchNextPage();
    while (last.hasNextPage && !last.isError) last = await trash.fetchNextPage();
    setLoadingEvery(false);
    // Where a page failed the list says so; what is here stays selected.
    if (!last.isError) selection.select((last.data?.items ?? []).map(({ memory }) => memory.id));
  };
  const askToErase = useCallback((item: TrashItem) => setErasure({ kind: "one", item }), []);

  return (
    <div data-trash-list>
      <TrashBar
        loaded={ids}
        total={Math.max(loaded.total - (loaded.items.length - items.length), ids.length)}
        selection={selection}
        onSelectEvery={trash.hasNextPage ? () => void selectEvery() : null}
        isLoadingEvery={isLoadingEvery}
        onRestore={() => start({ kind: "restore" })}
        onErase={() => setErasure({ kind: "selected", count: selection.ids.length })}
        onEmpty={() => setErasure({ kind: "all", count: loaded.total })}
      />
      <ul aria-label={t("list")}>
        {items.map((item) => (
          <TrashRow
            key={item.memory.id}
            item={item}
            now={now}
            isSelected={selection.has(item.memory.id)}
            onToggle={selection.toggle}
            onOpen={setReading}
            onRestore={restore}
            onErase={askToErase}
          />
        ))}
      </ul>
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
