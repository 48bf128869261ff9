"use client";

import { Check } from "lucide-react";
import { useFormatter, useTranslations } from "use-intl";
import { changeFilters } from "@/components/memories/use-memory-route";
import { cn } from "@/components/ui/cn";
import { TagDot } from "@/components/ui/tag-dot";
import type { MemoryFilters } from "@/lib/client/filters/memory-filters";
import { cycleTag, setTagState, type TagState, tagState } from "@/lib/client/filters/tag-state";
import { FilterCount } from "./filter-count";

type TagFilterRowProps = {
  name: string;
  color: string | null | undefined;
  count: number;
  isExact: boolean;
  state: TagState;
  /** What a change starts from; where the list is not shown, a link to it takes its place. */
  onChange?: (change: (filters: MemoryFilters) => MemoryFilters) => void;
};

/**
 * A tag that a memory must have, must not have, or either. A click asks for it or lets go of it; the
 * small button excludes it; by keyboard the tag itself goes through all three.
 */
export function TagFilterRow({
  name,
  color,
  count,
  isExact,
  state,
  onChange = changeFilters,
}: TagFilterRowProps) {
  const t = useTranslations("filters.tags");
  const format = useFormatter();
  const soFar = useTranslations("filters")("soFar", { count });
  const toggle = (wanted: TagState) =>
    onChange((now) => setTagState(now, name, tagState(now, name) === wanted ? "any" : wanted));
  return (
    <div
      className={cn(
        "group/tag relative flex min-w-0 items-center rounded-button",
        state === "any" ? "text-ink-2 hover:bg-hover hover:text-ink" : "text-ink",
        state === "must" &&
          "bg-accent-soft font-medium forced-colors:outline-2 forced-colors:outline-[Highlight]",
        state === "not" && "bg-danger-soft forced-colors:outline-2 forced-colors:outline-dashed",
      )}
    >
      <button
        type="button"
        aria-label={t("stateOf", {
          name,
          state: t(state),
          count: isExact ? format.number(count) : soFar,
        })}
        // A key press is a click without a pointer's count.
        onClick={({ detail }) =>
          detail === 0 ? onChange((now) => cycleTag(now, name)) : toggle("must")
        }
        className="touch-target flex h-[34px] min-w-0 grow items-center gap-2.5 rounded-button ps-2 pe-2 text-start text-ui pointer-coarse:pe-12"
      >
        <span className="grid size-4 shrink-0 place-items-center">
          {state === "must" ? (
            <Check aria-hidden="true" className="size-4 text-accent" />
          ) : (
            <TagDot color={color} />
          )}
        </span>
        <span className={cn("min-w-0 grow truncate", state === "not" && "line-through")}>
          <bdi>{name}</bdi>
        </span>
        <FilterCount
          count={count}
          isExact={isExact}
          className={cn(
            "font-normal pointer-fine:group-hover/tag:opacity-0 pointer-fine:group-has-[[data-not]:focus-visible]/tag:opacity-0",
            state !== "any" && "text-ink-2",
            state === "not" && "pointer-fine:opacity-0",
          )}
        />
      </button>
      <button
        type="button"
        data-not=""
        aria-pressed={state === "not"}
        aria-label={t("excludeName", { name })}
        onClick={() => toggle("not")}
        className={cn(
          "absolute end-1 grid h-[26px] min-w-9 place-items-center rounded-small px-1.5 text-small",
          "pointer-coarse:end-0 pointer-coarse:size-11",
          state === "not"
            ? "font-medium text-danger"
            : "text-ink-2 hover:bg-line hover:text-ink focus-visible:opacity-100 pointer-fine:opacity-0 pointer-fine:group-hover/tag:opacity-100",
        )}
      >
        {t("exclude")}
      </button>
    </div>
  );
}
