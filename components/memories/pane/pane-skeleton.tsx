"use client";

import { useTranslations } from "use-intl";
import { SlowNotice } from "@/components/states/slow-notice";
import { Skeleton } from "@/components/ui/skeleton";
import type { MemoryFilters } from "@/lib/client/filters/memory-filters";
import { paneText } from "./memory-column";
import { BackToList, PaneToolbar } from "./pane-toolbar";

/** The shape of a memory while it is on its way. */
export function PaneSkeleton({ filters }: { filters: MemoryFilters }) {
  const t = useTranslations("pane");
  return (
    <div className="flex h-full min-h-0 flex-col">
      <PaneToolbar>
        <BackToList filters={filters} />
      </PaneToolbar>
      <div className={paneText}>
        <span role="status" className="sr-only">
          {t("loading")}
        </span>
        <Skeleton className="h-9 w-3/5" />
        <Skeleton className="mt-6 h-5 w-11/12" />
        <Skeleton className="mt-3 h-5 w-2/5" />
        <Skeleton className="mt-9 h-4 w-full" />
        <Skeleton className="mt-3.5 h-4 w-11/12" />
        <Skeleton className="mt-3.5 h-4 w-4/5" />
        <SlowNotice isWaiting className="mt-9" />
      </div>
    </div>
  );
}
