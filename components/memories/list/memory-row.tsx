"use client";

import { memo, useMemo } from "react";
import { useTranslations } from "use-intl";
import { RowCheckbox } from "@/components/bulk/row-checkbox";
import { ContentMark } from "@/components/memories/content-mark";
import { memoryHref } from "@/components/memories/memory-route";
import { titleOf } from "@/components/memories/memory-text";
import { rowLinkId } from "@/components/memories/use-return-focus";
import { cn } from "@/components/ui/cn";
import { LevelBars } from "@/components/ui/level-bars";
import { RelativeTime } from "@/components/ui/relative-time";
import type { MemoryFilters } from "@/lib/client/filters/memory-filters";
import { findHits } from "@/lib/client/search/find-hits";
import type { Search } from "@/lib/client/search/parse-search";
import type { Memory } from "@/lib/contract/memory";
import type { Density } from "./density";
import { hitSnippet } from "./hit-snippet";
import { MarkedText } from "./marked-text";
import { RowLink } from "./row-link";
import { RowTags } from "./row-tags";

type MemoryRowProps = {
  memory: Memory;
  filters: MemoryFilters;
  search: Search;
  density: Density;
  colors: ReadonlyMap<string, string | null>;
  isOpen: boolean;
  /** Something is selected, or about to be: every row shows its checkbox. */
  isSelecting: boolean;
};

/** One memory in the list: its title is the link, stretched over the whole row. */
export const MemoryRow = memo(function MemoryRow(props: MemoryRowProps) {
  const { memory, filters, search, density, colors, isOpen, isSelecting } = props;
  const t = useTranslations("common");
  const title = titleOf(memory, t);
  const isUntitled = !memory.title?.trim();
  const snippet = useMemo(() => hitSnippet(memory, search), [memory, search]);
  const isCompact = density === "compact";
  // Where rows are short, the lines under the title show only what is not in it.
  const isHitBelow = isCompact && search.all.length > 0 && findHits(title, search).length === 0;
  const date = (
    <RelativeTime value={filters.sort === "changed" ? memory.updatedAt : memory.createdAt} />
  );
  return (
    <div
      className={cn(
        "group/row relative border-line border-b px-[18px] md:px-4",
        isCompact ? "py-2" : "py-3.5",
        isOpen
          ? "bg-accent-soft before:absolute before:inset-y-0 before:start-0 before:w-[3px] before:bg-accent"
          : "hover:bg-hover",
      )}
    >
      <div className="flex items-baseline justify-between gap-4">
        <h3 dir="auto" className="min-w-0 grow text-wrap text-list-title">
          <RowLink
            id={rowLinkId(memory.id)}
            href={memoryHref(memory.id, filters)}
            aria-current={isOpen ? "page" : undefined}
            className={cn(
              "break-words outline-none [-webkit-touch-callout:none] after:absolute after:inset-0",
              isCompact ? "line-clamp-1 break-all" : "line-clamp-2",
              "focus-visible:after:-outline-offset-2 focus-visible:after:outline-2 focus-visible:after:outline-accent",
              isUntitled && "text-ink-2 italic",
            )}
          >
            {isUntitled ? title : <MarkedText text={title} search={search} />}
            {isUntitled && <span className="sr-only">: {snippet.slice(0, 60)}</span>}
          </RowLink>
        </h3>
        <div className="shrink-0 text-ink-3 text-small">
          <span
            className={cn(
              "block min-w-[18px] text-end pointer-fine:group-hover/row:opacity-0 group-has-[input:focus-visible]/row:opacity-0",
              isSelecting && "invisible",
            )}
          >
            {date}
          </span>
          <RowCheckbox
            memoryId={memory.id}
            title={title}
            className={cn(
              "absolute end-[11px] top-[7px] md:end-[9px]",
              isCompact && "top-[3px]",
              // In the date's place, so that nothing moves when it appears.
              !isSelecting &&
                "opacity-0 group-hover/row:opacity-100 has-[:focus-visible]:opacity-100 pointer-coarse:invisible",
            )}
          />
        </div>
      </div>
      {snippet && (!isCompact || isHitBelow) && (
        <p
          dir="auto"
          className={cn(
            "break-words text-[13.5px] text-ink-2 leading-[19px]",
            isCompact ? "mt-0.5 line-clamp-1 break-all" : "mt-[5px] line-clamp-2",
          )}
        >
          <MarkedText text={snippet} search={search} />
        </p>
      )}
      <div
        className={cn(
          "flex min-h-[18px] items-center justify-between gap-4 text-ink-3 text-small",
          isCompact ? "mt-1" : "mt-2",
        )}
      >
        <div className="flex min-w-0 items-center gap-x-3 overflow-hidden">
          <ContentMark state={memory.contentState} />
          <RowTags names={memory.tags} colors={colors} />
        </div>
        <div className="flex shrink-0 items-center gap-3">
          {isSelecting && date}
          {memory.importance !== null && (
            <LevelBars label={t("importance")} value={memory.importance} />
          )}
        </div>
      </div>
    </div>
  );
});
