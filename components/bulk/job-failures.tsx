"use client";

import { useId } from "react";
import { useTranslations } from "use-intl";
import { MemoriesLink } from "@/components/memories/memories-link";
import { memoryHref } from "@/components/memories/memory-route";
import type { BulkFailure, BulkJob } from "@/lib/client/bulk/job";
import { noFilters } from "@/lib/client/filters/memory-filters";
import type { JobWords } from "./job-words";

/** More lines than this nobody reads; the number says how many there are. */
const SHOWN = 100;

type JobFailuresProps = { job: BulkJob; words: JobWords };

/** Which ones failed, and why, in words. */
export function JobFailures({ job, words }: JobFailuresProps) {
  const t = useTranslations("bulk");
  const id = useId();
  const { failed } = job;
  const hidden = failed.length - SHOWN;
  // What lies in the trash has no address of its own.
  const hasAddress = job.action.kind !== "restore" && job.action.kind !== "deleteForEver";
  return (
    <div>
      <h3 id={id} className="font-medium text-ink text-small">
        {t("failedOnes", { count: failed.length })}
      </h3>
      <ul aria-labelledby={id} className="mt-0.5">
        {failed.slice(0, SHOWN).map((one) => (
          <li
            key={one.id}
            className="break-words border-line border-b py-1.5 text-ink-2 text-small"
          >
            {t.rich("failedItem", {
              title: () => <FailedTitle failure={one} hasAddress={hasAddress} />,
              reason: words.reason(one.error),
            })}
          </li>
        ))}
      </ul>
      {hidden > 0 && (
        <p className="py-1.5 text-ink-3 text-small">{t("moreFailed", { count: hidden })}</p>
      )}
    </div>
  );
}

type FailedTitleProps = { failure: BulkFailure; hasAddress: boolean };

function FailedTitle({ failure: { id, title }, hasAddress }: FailedTitleProps) {
  const common = useTranslations("common");
  const name = <bdi>{title?.trim() || common("untitled")}</bdi>;
  if (!hasAddress) return <span className="text-ink">{name}</span>;
  return (
    <MemoriesLink
      href={memoryHref(id, noFilters)}
      className="text-ink underline decoration-line-2 underline-offset-2 hover:decoration-current"
    >
      {name}
    </MemoriesLink>
  );
}
