"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "use-intl";
import { TagFilters } from "@/components/filters/tag-filters";
import { MemoriesLink } from "@/components/memories/memories-link";
import { listHref } from "@/components/memories/memory-route";
import { changeFilters } from "@/components/memories/use-memory-route";
import { useCollection } from "@/lib/client/collection/use-collection";
import { isAccessProblem } from "@/lib/client/describe-error";
import { type MemoryFilters, noFilters } from "@/lib/client/filters/memory-filters";

type RailTagsProps = {
  filters: MemoryFilters;
  /** The list is on this page. Elsewhere a tag leads to it. */
  isList: boolean;
  isManaging: boolean;
};

/** Every tag: must have, must not have, or either. */
export function RailTags({ filters, isList, isManaging }: RailTagsProps) {
  const t = useTranslations("filters.tags");
  const router = useRouter();
  const { error } = useCollection();
  // Whoever lost access sees nothing any more of what was read.
  if (isAccessProblem(error)) return null;
  return (
    <TagFilters
      filters={isList ? filters : noFilters}
      onChange={isList ? changeFilters : (change) => router.push(listHref(change(noFilters)))}
      aside={
        <MemoriesLink
          href="/tags"
          aria-label={t("manageAll")}
          aria-current={isManaging ? "page" : undefined}
          className="touch-target -me-1.5 grid place-items-center rounded-small px-1.5 text-ink-3 text-small hover:text-ink aria-[current]:text-ink"
        >
          {t("manage")}
        </MemoriesLink>
      }
      className="px-2"
    />
  );
}
