"use client";

import { memo } from "react";
import { useTranslations } from "use-intl";
import { ContentMark } from "@/components/memories/content-mark";
import { MemoriesLink } from "@/components/memories/memories-link";
import { memoryHref } from "@/components/memories/memory-route";
import { snippetOf, titleOf } from "@/components/memories/memory-text";
import { rowLinkId } from "@/components/memories/use-return-focus";
import { cn } from "@/components/ui/cn";
import { LevelBars } from "@/components/ui/level-bars";
import { RelativeTime } from "@/components/ui/relative-time";
import { TagDot } from "@/components/ui/tag-dot";
import type { MemoryFilters } from "@/lib/client/filters/memory-filters";
import type { Memory } from "@/lib/contract/memory";

const SHOWN_TAGS = 3;

type MemoryRowProps = {
  memory: Memory;
  filters: MemoryFilters;
  colors: ReadonlyMap<string, string | null>;
  isSelected: boolean;
};

/**
 * One memory in the list: its title is the link, stretched over the whole row. Rows out of sight
 * cost no layout (`content-visibility`); the intrinsic size keeps the scrollbar honest.
 */
export const MemoryRow = memo(function MemoryRow({
  memory,
  filters,
  colors,
  isSelected,
}: MemoryRowProps) {
  const common = useTranslations("common");
  const snippet = snippetOf(memory);
  return (
    <li
      className={cn(
        "relative border-line border-b px-[18px] pt-3.5 pb-3.5 md:px-4",
        "[contain-intrinsic-size:auto_119px] [content-visibility:auto]",
        isSelected
          ? "bg-accent-soft before:absolute before:inset-y-0 before:start-0 before:w-[3px] before:bg-accent"
          : "hover:bg-hover",
      )}
    >
      <div className="flex items-baseline justify-between gap-4">
        <h3 dir="auto" className="min-w-0 grow text-wrap text-list-title">
          <MemoriesLink
            id={rowLinkId(memory.id)}
            href={memoryHref(memory.id, filters)}
            aria-current={isSelected ? "page" : undefined}
            className={cn(
              "line-clamp-2 break-words outline-none after:absolute after:inset-0",
              "focus-visible:after:-outline-offset-2 focus-visible:after:outline-2 focus-visible:after:outline-accent",
              !memory.title?.trim() && "text-ink-2 italic",
            )}
          >
            {titleOf(memory, common)}
            {!memory.title?.trim() && <span className="sr-only">: {snippet.slice(0, 60)}</span>}
          </MemoriesLink>
        </h3>
        <RelativeTime value={memory.updatedAt} className="shrink-0 text-ink-3 text-small" />
      </div>
      {snippet && (
        <p
          dir="auto"
          className="mt-[5px] line-clamp-2 break-words text-[13.5px] text-ink-2 leading-[19px]"
        >
          {snippet}
        </p>
      )}
      <div className="mt-2 flex min-h-[18px] items-center justify-between gap-4 text-ink-3 text-small">
        <div className="flex min-w-0 flex-wrap items-center gap-x-3">
          <ContentMark state={memory.contentState} />
          <RowTags names={memory.tags} colors={colors} />
        </div>
        {memory.importance !== null && (
          <LevelBars label="Importance" value={memory.importance} className="shrink-0" />
        )}
      </div>
    </li>
  );
});

function RowTags({ names, colors }: { names: string[]; colors: MemoryRowProps["colors"] }) {
  const hidden = names.length - SHOWN_TAGS;
  return (
    <>
      {names.slice(0, SHOWN_TAGS).map((name) => (
        <span key={name} className="flex min-w-0 items-center gap-1.5">
          <TagDot color={colors.get(name)} />
          <bdi className="max-w-40 truncate">{name}</bdi>
        </span>
      ))}
      {hidden > 0 && (
        <span>
          <span aria-hidden="true">+{hidden}</span>
          <span className="sr-only">and {hidden} more tags</span>
        </span>
      )}
    </>
  );
}
