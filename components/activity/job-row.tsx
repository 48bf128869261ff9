"use client";

import { ChevronDown } from "lucide-react";
import { useId, useState } from "react";
import { useTranslations } from "use-intl";
import { ErrorState } from "@/components/memories/error-state";
import { cn } from "@/components/ui/cn";
import { Spinner } from "@/components/ui/spinner";
import { useJobActivity } from "@/lib/client/activity";
import type { ActivityFilters } from "@/lib/client/activity-filters";
import type { ActivityItem, ShownJobKind } from "@/lib/contract/activity";
import { ActivityMore } from "./activity-more";
import { ActivityLine, ActivityRow } from "./activity-row";

type Job = NonNullable<ActivityItem["job"]>;
type JobRowProps = { job: Job; item: ActivityItem; filters: ActivityFilters };

/** Many changes that were made as one; opens to each of them. */
export function JobRow({ job, item, filters }: JobRowProps) {
  const t = useTranslations("activity");
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <ActivityLine item={item}>
        <button
          type="button"
          aria-expanded={isOpen}
          aria-controls={isOpen ? id : undefined}
          onClick={() => setOpen(!isOpen)}
          className="touch-target inline-flex items-baseline gap-1.5 rounded-small text-start text-ink text-ui hover:text-accent"
        >
          {t(`jobs.${jobWords[job.kind]}`, { count: job.changes })}
          <ChevronDown
            aria-hidden="true"
            className={cn("size-3.5 shrink-0 self-center text-ink-3", isOpen && "rotate-180")}
          />
        </button>
        {job.unknown > 0 && (
          <p className="mt-0.5 text-note text-warn">{t("unknown.job", { count: job.unknown })}</p>
        )}
      </ActivityLine>
      {isOpen && <Changes id={id} job={job} filters={filters} />}
    </>
  );
}

const jobWords = {
  "add-tags": "addTags",
  "remove-tags": "removeTags",
  "replace-tags": "replaceTags",
  "set-importance": "setImportance",
  delete: "delete",
  restore: "restore",
  erase: "erase",
  other: "other",
} as const satisfies Record<ShownJobKind, string>;

type ChangesProps = { id: string; job: Job; filters: ActivityFilters };

function Changes({ id, job, filters }: ChangesProps) {
  const t = useTranslations("activity");
  const activity = useJobActivity(job.id, filters, true);
  const { data, error, isError, isFetching, refetch } = activity;
  return (
    <div id={id} className="ms-7 mb-3 border-line border-s ps-4">
      {isError && !data && (
        <ErrorState
          error={error}
          what={t("failed")}
          onRetry={() => void refetch()}
          retrying={isFetching}
        />
      )}
      {!isError && !data && (
        <p role="status" className="py-3 text-ink-3">
          <span className="sr-only">{t("loadingMore")}</span>
          <Spinner />
        </p>
      )}
      {data && (
        <>
          <ul aria-label={t("jobList")}>
            {data.map((single) => (
              <li key={single.seq} className="border-line border-b last:border-b-0">
                <ActivityRow item={{ ...single, job: null }} />
              </li>
            ))}
          </ul>
          <ActivityMore activity={activity} />
        </>
      )}
    </div>
  );
}
