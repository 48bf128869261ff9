"use client";

import { useTranslations } from "use-intl";
import { ContentMark } from "@/components/memories/content-mark";
import { Markdown } from "@/components/memories/markdown/markdown";
import { titleOf } from "@/components/memories/memory-text";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { LevelBars } from "@/components/ui/level-bars";
import type { TrashItem } from "@/lib/contract/trash";
import { TrashTags } from "./trash-tags";
import { TrashTimes } from "./trash-times";

type TrashReaderProps = {
  /** Null: closed. */
  item: TrashItem | null;
  now: number | null;
  onClose: () => void;
  onRestore: (item: TrashItem) => void;
  onErase: (item: TrashItem) => void;
};

/** Reads a deleted memory where it lies. */
export function TrashReader({ item, now, onClose, onRestore, onErase }: TrashReaderProps) {
  const t = useTranslations("trash");
  const common = useTranslations("common");
  if (item === null) return null;
  const { summary, content, contentState, tags, importance, source } = item.memory;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={titleOf(item.memory, common)}
      className="max-w-2xl"
      description={
        <span className="flex flex-wrap gap-x-4 gap-y-1 text-ink-3 text-small">
          <TrashTimes item={item} now={now} />
        </span>
      }
      actions={
        <>
          <Button variant="danger" onClick={() => onErase(item)}>
            {t("deleteForEver")}
          </Button>
          <Button variant="primary" onClick={() => onRestore(item)}>
            {t("restore")}
          </Button>
        </>
      }
    >
      {summary?.trim() && (
        <p dir="auto" className="mb-4 break-words text-ink-2 text-summary">
          {summary}
        </p>
      )}
      {content !== null && <Markdown text={content} />}
      <div className="mt-5 flex flex-wrap items-center gap-x-4 gap-y-1.5 border-line border-t pt-4 text-ink-3 text-small empty:hidden">
        <ContentMark state={contentState} />
        <TrashTags names={tags} />
        {importance !== null && (
          <LevelBars label={common("importance")} value={importance} spacing="tight" showNumber />
        )}
        {source?.trim() && <bdi className="break-words">{source}</bdi>}
      </div>
    </Dialog>
  );
}
