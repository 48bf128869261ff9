"use client";

import { type RefObject, useLayoutEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { ErrorState } from "@/components/memories/error-state";
import { type CollectionView, useCollectionStore } from "@/lib/client/collection/use-collection";
import { hasFilters, type MemoryFilters } from "@/lib/client/filters/memory-filters";
import { FilteredEmpty, NothingKept } from "./empty-lists";
import { ListSkeleton } from "./list-skeleton";
import { MemoryRows } from "./memory-rows";

type ListBodyProps = {
  view: CollectionView;
  filters: MemoryFilters;
  openId: string | null;
  isSelecting: boolean;
  scroller: RefObject<HTMLDivElement | null>;
};

/** The memories, or in their place what keeps them away. A failure is never an empty list. */
export function ListBody({ view, filters, openId, isSelecting, scroller }: ListBodyProps) {
  const t = useTranslations("list");
  const collection = useCollectionStore();
  // Where all memories are here already, nothing draws again once the scroller is in the page.
  const [hasScroller, setHasScroller] = useState(false);
  useLayoutEffect(() => setHasScroller(true), []);
  const { snapshot, count } = view;
  const { status, loaded, total, error } = snapshot;
  // While it is tried again nothing is known to be better yet.
  if (loaded === 0 && error !== null) {
    return (
      <ErrorState
        error={error}
        what={t("failed.nothing")}
        onRetry={() => collection.refresh()}
        retrying={status !== "failed"}
      />
    );
  }
  if (loaded === 0) return total === null ? <ListSkeleton /> : <NothingKept />;
  return (
    <>
      {count === 0 && hasFilters(filters) && (
        <FilteredEmpty filters={filters} snapshot={snapshot} />
      )}
      {hasScroller && (
        <MemoryRows
          view={view}
          filters={filters}
          openId={openId}
          isSelecting={isSelecting}
          scroller={scroller}
        />
      )}
      {status === "loading" && count > 0 && (
        <p className="px-[18px] py-5 text-center text-ink-3 text-note md:px-4">{t("exact.foot")}</p>
      )}
    </>
  );
}
