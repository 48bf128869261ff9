"use client";

import { type ReactNode, useId, useState } from "react";
import { useTranslations } from "use-intl";
import { cn } from "@/components/ui/cn";
import { controlClass } from "@/components/ui/input";
import { Skeleton } from "@/components/ui/skeleton";
import { remedyFor } from "@/lib/client/describe-error";
import type { MemoryFilters } from "@/lib/client/filters/memory-filters";
import { tagState } from "@/lib/client/filters/tag-state";
import { narrowed, SHORT_LIST } from "./narrowed";
import { TagFilterRow } from "./tag-filter-row";
import { useSettledOrder } from "./use-settled-order";
import { useTagList } from "./use-tag-list";

type TagFiltersProps = {
  filters: MemoryFilters;
  /** What stands at the end of the heading's line. */
  aside?: ReactNode;
  /** Where a change goes; the list's own filters where nothing is said. */
  onChange?: (change: (filters: MemoryFilters) => MemoryFilters) => void;
  className?: string;
};

/** Every tag with its colour and count. All that are chosen have to be there, none excluded. */
export function TagFilters({ filters, aside, onChange, className }: TagFiltersProps) {
  const t = useTranslations("filters.tags");
  const headingId = useId();
  const { list, colors, isExact, isLoading, error, refetch } = useTagList(filters);
  const { ref, sorted } = useSettledOrder(list, isExact);
  const [typed, setTyped] = useState("");
  const isLong = list.length > SHORT_LIST;
  const shown = narrowed(sorted, isLong ? typed : "");
  return (
    <div className={cn("grid min-h-0 gap-1", className)}>
      <div className="flex min-h-6 items-center justify-between gap-3">
        <h2 id={headingId} className="text-ink-3 text-small">
          {t("label")}
        </h2>
        {aside}
      </div>
      {isLong && (
        <input
          type="search"
          aria-label={t("find")}
          placeholder={t("find")}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
          onKeyDown={(event) => {
            if (event.key !== "Escape" || typed === "") return;
            event.stopPropagation();
            setTyped("");
          }}
          className={cn(controlClass, "touch-target mb-1 h-8 px-2.5 text-note")}
        />
      )}
      {isLoading && <TagsSkeleton />}
      {error !== null && remedyFor(error) === "again" && (
        <p className="text-ink-3 text-small">
          {t("unread")}{" "}
          <button type="button" className="underline hover:text-ink" onClick={() => void refetch()}>
            {t("retry")}
          </button>
        </p>
      )}
      {!isLoading && error === null && shown.length === 0 && (
        <p className="text-ink-3 text-small">{t(list.length === 0 ? "none" : "noMatch")}</p>
      )}
      <ul ref={ref} aria-labelledby={headingId} className="-mx-2 grid gap-0.5">
        {shown.map(([name, count]) => (
          <li key={name} className="min-w-0">
            <TagFilterRow
              name={name}
              color={colors.get(name)}
              count={count}
              isExact={isExact}
              state={tagState(filters, name)}
              onChange={onChange}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}

function TagsSkeleton() {
  return (
    <div aria-hidden="true" className="grid gap-5 pt-2">
      {[20, 14, 24, 16, 12].map((width) => (
        <span key={width} className="block" style={{ inlineSize: `${width / 2}rem` }}>
          <Skeleton className="h-3" />
        </span>
      ))}
    </div>
  );
}
