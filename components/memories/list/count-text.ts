import type { CollectionView } from "@/lib/client/collection/use-collection";
import { hasFilters, type MemoryFilters } from "@/lib/client/filters/memory-filters";
import type { Translator } from "@/lib/i18n/translator";

type Counted = {
  count: number;
  snapshot: Pick<CollectionView["snapshot"], "status" | "loaded" | "total">;
};

const isReading = ({ snapshot: { status, total } }: Counted) =>
  total === null && (status === "idle" || status === "loading");

/**
 * How many are shown, of how many: as much of it as is known. Silent where nothing was read and a
 * notice says why.
 */
export function countText(view: Counted, filters: MemoryFilters, t: Translator<"list">): string {
  const { count, snapshot } = view;
  const { loaded: read, total } = snapshot;
  const isFiltered = hasFilters(filters);
  if (isReading(view)) {
    if (read === 0) return t("count.reading");
    return isFiltered ? t("count.foundSoFar", { count, read }) : t("count.readSoFar", { read });
  }
  if (total === null) {
    if (read === 0) return "";
    return isFiltered ? t("count.foundOnly", { count, read }) : t("count.readOnly", { read });
  }
  if (!isFiltered) return t("count.all", { count: total });
  return t(filters.q === "" ? "count.found" : "count.foundInContent", { count, total });
}

/** The same for a screen reader, as a sentence. */
export function countAnnouncement(
  view: Counted,
  filters: MemoryFilters,
  t: Translator<"list">,
): string {
  const { count, snapshot } = view;
  const { loaded: read, total } = snapshot;
  const isFiltered = hasFilters(filters);
  if (isReading(view)) {
    if (read === 0) return t("count.reading");
    return isFiltered ? t("announce.finding", { count, read }) : t("announce.reading", { read });
  }
  if (total === null) return "";
  return isFiltered ? t("announce.found", { count }) : t("announce.all", { count: total });
}
