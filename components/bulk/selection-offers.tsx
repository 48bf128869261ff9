"use client";

import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useCollectionView } from "@/lib/client/collection/use-collection";
import type { MemoryFilters } from "@/lib/client/filters/memory-filters";
import { useSelection, useSelectionStore } from "@/lib/client/selection/use-selection";

/**
 * Two different offers for as long as memories are still being read: those that are here, or all
 * that match. Afterwards both are the same, and one is left.
 */
export function SelectionOffers({ filters }: { filters: MemoryFilters }) {
  const t = useTranslations("bulk");
  const selection = useSelectionStore();
  const { state } = useSelection();
  const { memories, count, isExact, snapshot } = useCollectionView(filters);
  const areAllHereSelected =
    count > 0 &&
    state.kind === "some" &&
    state.ids.size >= count &&
    memories.every(({ id }) => state.ids.has(id));
  const selectAll = () => selection.selectAllMatching(filters);
  // Nothing is here and nothing comes: the list says why.
  if (count === 0 && snapshot.status === "failed") return null;
  if (isExact) {
    return areAllHereSelected ? null : (
      <Offers>
        <Offer onClick={selectAll}>{t("offerAll", { count })}</Offer>
      </Offers>
    );
  }
  return (
    <Offers>
      {!areAllHereSelected && (
        <Offer onClick={() => selection.selectLoaded(memories.map(({ id }) => id))}>
          {t("offerLoaded", { count })}
        </Offer>
      )}
      <Offer onClick={selectAll}>{t("offerAllReading")}</Offer>
    </Offers>
  );
}

const Offers = ({ children }: { children: ReactNode }) => (
  <div className="flex flex-wrap gap-x-4 gap-y-0.5">{children}</div>
);

function Offer({ onClick, children }: { onClick: () => void; children: ReactNode }) {
  return (
    <button
      type="button"
      onClick={onClick}
      className="touch-target min-h-6 rounded-small text-start text-accent text-small underline underline-offset-2 hover:text-ink"
    >
      {children}
    </button>
  );
}
