"use client";

import { useMemo, useRef } from "react";
import { useTranslations } from "use-intl";
import { cn } from "@/components/ui/cn";
import type { BulkJob } from "@/lib/client/bulk/job";
import { type BulkJobHandle, useBulkJob } from "@/lib/client/bulk/use-bulk-job";
import { JobAnnouncer } from "./job-announcer";
import { JobCard } from "./job-card";
import type { JobControls } from "./job-controls";
import { forgetItems, rememberedItems, rememberItems } from "./job-items";
import { useJobWords } from "./job-words";
import { isOpen } from "./milestone";
import { useDockHeight } from "./use-dock-height";
import { useWarnBeforeLeaving } from "./use-warn-before-leaving";

/**
 * What is being done to many memories, on every page of the workspace: at the bottom end beside the
 * page, on a phone above the tab bar. It takes no focus and holds nothing up.
 */
export function JobPanel() {
  const t = useTranslations("bulk");
  const { job, waiting, runner } = useBulkJob();
  const words = useJobWords();
  const panel = useRef<HTMLElement>(null);
  const jobs = useMemo(() => (job ? [job, ...waiting] : [...waiting]), [job, waiting]);
  const controls = useMemo(() => controlsOf(runner), [runner]);
  useWarnBeforeLeaving(jobs.some(isOpen));
  useDockHeight(panel, jobs.length > 0);
  return (
    <>
      <JobAnnouncer jobs={jobs} words={words} />
      {jobs.length > 0 && (
        <section
          ref={panel}
          aria-label={t("jobs")}
          className={cn(
            "z-20 shrink-0 animate-appear overflow-y-auto overscroll-contain bg-raised max-md:max-h-[45dvh] max-md:border-line max-md:border-t",
            "md:fixed md:end-4 md:bottom-4 md:max-h-[min(26rem,60dvh)] md:w-[22rem] md:rounded-card md:border md:border-line md:shadow-float",
          )}
        >
          <ul className="divide-y divide-line">
            {jobs.map((one) => (
              <JobCard key={one.id} job={one} words={words} controls={controls} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function controlsOf(runner: BulkJobHandle["runner"]): JobControls {
  return {
    pause: () => runner.pause(),
    resume: () => runner.resume(),
    cancel: ({ id }) => runner.cancel(id),
    retryFailed: () => runner.retryFailed(),
    dismiss: ({ id }) => {
      runner.dismiss();
      forgetItems(id);
      // The button that was pressed goes with the panel.
      document.getElementById("main")?.focus({ preventScroll: true });
    },
    undo: (job: BulkJob) => {
      // The last one first: what is made later stands above, as it did.
      const items = rememberedItems(job.id, job.kept).toReversed();
      rememberItems(runner.start({ kind: "restore" }, items).id, items);
      forgetItems(job.id);
    },
  };
}
