"use client";

import { Trash2 } from "lucide-react";
import { useTranslations } from "use-intl";
import { FilterCount } from "@/components/filters/filter-count";
import { viewIcons } from "@/components/filters/view-icons";
import { ViewName } from "@/components/filters/view-name";
import { listHref } from "@/components/memories/memory-route";
import { useCollection, useCounts } from "@/lib/client/collection/use-collection";
import { type MemoryFilters, noFilters, type View } from "@/lib/client/filters/memory-filters";
import { useTrash } from "@/lib/client/trash";
import { RailLink, railIcon } from "./rail-link";

type RailViewsProps = {
  /** The view whose memories are listed; null where none are. */
  current: View | null;
  isTrash: boolean;
  sort: MemoryFilters["sort"];
};

/** The ways to look at all that is kept, with how many memories each shows. */
export function RailViews({ current, isTrash, sort }: RailViewsProps) {
  const counts = useCounts();
  const isExact = useCollection().completedAt !== null;
  return (
    <ul className="grid gap-0.5">
      {viewIcons.map(([view, Icon]) => (
        <li key={view}>
          <RailLink
            href={listHref({ ...noFilters, view, sort })}
            isCurrent={view === current}
            icon={<Icon aria-hidden="true" className={railIcon} />}
            fullName={view === "unsealed" ? <ViewName view={view} /> : undefined}
            count={<FilterCount count={counts[view]} isExact={isExact} className="font-normal" />}
          >
            <ViewName view={view} isShort />
          </RailLink>
        </li>
      ))}
      <li>
        <TrashLink isCurrent={isTrash} />
      </li>
    </ul>
  );
}

function TrashLink({ isCurrent }: { isCurrent: boolean }) {
  const t = useTranslations("filters.view");
  const total = useTrash().data?.total;
  return (
    <RailLink
      href="/trash"
      isCurrent={isCurrent}
      icon={<Trash2 aria-hidden="true" className={railIcon} />}
      count={
        total === undefined ? undefined : (
          <FilterCount count={total} isExact className="font-normal" />
        )
      }
    >
      {t("trash")}
    </RailLink>
  );
}
