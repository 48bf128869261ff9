"use client";

import { Info } from "lucide-react";
import { useTranslations } from "use-intl";
import { Popover } from "@/components/ui/popover";
import type { CollectionView } from "@/lib/client/collection/use-collection";
import { filterKey } from "@/lib/client/filters/filter-address";
import type { MemoryFilters } from "@/lib/client/filters/memory-filters";
import { countAnnouncement, countText } from "./count-text";
import { useThrottled } from "./use-throttled";

/** Read out at most this often while memories come in, in milliseconds. */
const ANNOUNCE_MS = 5_000;

type ListCountProps = { view: CollectionView; filters: MemoryFilters };

/** How many memories are shown, with a word on what is not exact yet. */
export function ListCount({ view, filters }: ListCountProps) {
  const t = useTranslations("list");
  const text = countText(view, filters, t);
  const isLoading = view.snapshot.status === "loading";
  const spoken = countAnnouncement(view, filters, t);
  const urgency = `${view.snapshot.status} ${filterKey(filters)}`;
  return (
    <div className="flex min-w-0 items-center gap-0.5">
      <p className="truncate text-ink-3 text-note">{text}</p>
      <span role="status" className="sr-only">
        {useThrottled(spoken, ANNOUNCE_MS, urgency)}
      </span>
      {isLoading && view.snapshot.loaded > 0 && (
        <Popover
          label={t("exact.title")}
          className="w-72 gap-1 p-3.5"
          trigger={
            <button
              type="button"
              aria-label={t("exact.label")}
              className="touch-target -my-2 grid size-7 shrink-0 place-items-center rounded-small text-ink-3 hover:bg-hover hover:text-ink"
            >
              <Info aria-hidden="true" className="size-3.5" />
            </button>
          }
        >
          <p className="font-medium text-ink text-note">{t("exact.title")}</p>
          <p className="text-ink-2 text-note">{t("exact.text")}</p>
        </Popover>
      )}
    </div>
  );
}
