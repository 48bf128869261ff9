"use client";

import { RotateCcw, Trash2 } from "lucide-react";
import { memo, useState } from "react";
import { useTranslations } from "use-intl";
import { snippetOf, titleOf } from "@/components/memories/memory-text";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { cn } from "@/components/ui/cn";
import type { TrashItem } from "@/lib/contract/trash";
import { TrashTags } from "./trash-tags";
import { TrashTimes } from "./trash-times";
import { trashRowId } from "./use-kept-focus";

type TrashRowProps = {
  item: TrashItem;
  /** In milliseconds since 1970; null where the browser has not said it yet. */
  now: number | null;
  isSelected: boolean;
  onToggle: (id: string, isRange: boolean) => void;
  onOpen: (item: TrashItem) => void;
  onRestore: (item: TrashItem) => Promise<void>;
  onErase: (item: TrashItem) => void;
};

/** A deleted memory: its title opens it, stretched over the row. */
export const TrashRow = memo(function TrashRow({
  item,
  now,
  isSelected,
  onToggle,
  onOpen,
  onRestore,
  onErase,
}: TrashRowProps) {
  const t = useTranslations("trash");
  const common = useTranslations("common");
  const [isRestoring, setRestoring] = useState(false);
  const { memory } = item;
  const title = titleOf(memory, common);
  const snippet = snippetOf(memory);
  const restore = async () => {
    setRestoring(true);
    await onRestore(item);
    setRestoring(false);
  };
  return (
    <div
      className={cn(
        "relative grid grid-cols-[auto_minmax(0,1fr)_auto] gap-x-2 border-line border-b px-[11px] py-3.5 max-md:-mx-[18px] md:-mx-3 md:px-[5px]",
        "max-sm:grid-cols-[auto_minmax(0,1fr)]",
        isSelected ? "bg-accent-soft" : "hover:bg-hover",
      )}
    >
      <Checkbox
        aria-label={t("select", { title })}
        checked={isSelected}
        onChange={({ nativeEvent }) => onToggle(memory.id, isWithShift(nativeEvent))}
        className="z-10 -mt-1"
      />
      <div className="min-w-0">
        <h2 dir="auto" className="text-list-title">
          <button
            id={trashRowId(memory.id)}
            type="button"
            onClick={() => onOpen(item)}
            className={cn(
              "line-clamp-2 break-words text-start outline-none after:absolute after:inset-0",
              "focus-visible:after:-outline-offset-2 focus-visible:after:outline-2 focus-visible:after:outline-accent",
              !memory.title?.trim() && "text-ink-2 italic",
            )}
          >
            {title}
          </button>
        </h2>
        {snippet && (
          <p
            dir="auto"
            className="mt-[5px] line-clamp-2 break-words text-[13.5px] text-ink-2 leading-[19px]"
          >
            {snippet}
          </p>
        )}
        <div className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-1 text-ink-3 text-small">
          <TrashTimes item={item} now={now} />
          <TrashTags names={memory.tags} />
        </div>
      </div>
      <div className="z-10 flex items-start gap-1 max-sm:-ms-2.5 max-sm:col-start-2 max-sm:mt-1.5">
        <Button variant="quiet" size="sm" pending={isRestoring} onClick={() => void restore()}>
          <RotateCcw aria-hidden="true" />
          {t("restore")}
        </Button>
        <Button variant="danger" size="sm" onClick={() => onErase(item)}>
          <Trash2 aria-hidden="true" />
          <span className="sm:sr-only">{t("deleteForEver")}</span>
        </Button>
      </div>
    </div>
  );
});

/** A checkbox's change comes from a click, or from the space bar, which is one too. */
function isWithShift(event: Event): boolean {
  return "shiftKey" in event && event.shiftKey === true;
}
