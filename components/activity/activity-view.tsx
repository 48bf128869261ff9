"use client";

import { History } from "lucide-react";
import { useTranslations } from "use-intl";
import { ErrorState } from "@/components/memories/error-state";
import { SlowNotice } from "@/components/states/slow-notice";
import { Button } from "@/components/ui/button";
import { Column } from "@/components/ui/column";
import { EmptyState } from "@/components/ui/empty-state";
import { useActivity } from "@/lib/client/activity";
import { type ActivityFilters, noActivityFilters } from "@/lib/client/activity-filters";
import { ActivityFilterBar } from "./activity-filters";
import { ActivityList } from "./activity-list";
import { ActivitySkeleton } from "./activity-skeleton";
import { useActivityFilters } from "./use-activity-filters";

/** Everything under /activity: what was done, narrowed to what the address says. */
export function ActivityView() {
  const t = useTranslations("activity");
  const { filters, change } = useActivityFilters();
  return (
    <Column>
      <h1 className="text-page-title">{t("title")}</h1>
      <p className="measure mt-3 mb-6 text-ink-2 text-ui">{t("lead")}</p>
      <ActivityFilterBar filters={filters} onChange={change} />
      <Announcer filters={filters} />
      <div className="mt-6">
        <Contents filters={filters} onClear={() => change(noActivityFilters)} />
      </div>
    </Column>
  );
}

/** Says how much there is, when a filter was changed or more has come. */
function Announcer({ filters }: { filters: ActivityFilters }) {
  const t = useTranslations("activity");
  const { data } = useActivity(filters);
  return (
    <p role="status" className="sr-only">
      {data && data.length > 0 && t("shown", { count: data.length })}
    </p>
  );
}

function Contents({ filters, onClear }: { filters: ActivityFilters; onClear: () => void }) {
  const t = useTranslations("activity");
  const activity = useActivity(filters);
  const { data, error, isError, isFetching, isPending, refetch } = activity;
  if (isError && !data) {
    return (
      <ErrorState
        error={error}
        what={t("failed")}
        onRetry={() => void refetch()}
        retrying={isFetching}
      />
    );
  }
  if (isPending || !data) {
    return (
      <>
        <SlowNotice isWaiting className="mb-3" />
        <ActivitySkeleton />
      </>
    );
  }
  if (data.length === 0) {
    const isNarrowed = Object.values(filters).some((value) => value !== null);
    return (
      <div role="status">
        <EmptyState
          icon={<History />}
          title={t(isNarrowed ? "noneTitle" : "emptyTitle")}
          actions={isNarrowed && <Button onClick={onClear}>{t("clearFilters")}</Button>}
        >
          <p>{t(isNarrowed ? "noneText" : "emptyText")}</p>
        </EmptyState>
      </div>
    );
  }
  return <ActivityList activity={activity} items={data} filters={filters} />;
}
