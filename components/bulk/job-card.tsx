"use client";

import Link from "next/link";
import { type RefObject, useEffect, useId, useLayoutEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import { MemoriesLink } from "@/components/memories/memories-link";
import { listHref } from "@/components/memories/memory-route";
import { useCommand } from "@/components/shortcuts/use-command";
import { useUndoWindow } from "@/components/trash/use-undo-window";
import { ProgressBar } from "@/components/ui/progress-bar";
import type { BulkJob } from "@/lib/client/bulk/job";
import { noFilters } from "@/lib/client/filters/memory-filters";
import { TRASH_DAYS } from "@/lib/contract/trash";
import { JobActions } from "./job-actions";
import type { JobControls } from "./job-controls";
import { JobFailures } from "./job-failures";
import { JobStatus } from "./job-status";
import type { JobWords } from "./job-words";
import { isOpen } from "./milestone";

type JobCardProps = {
  job: BulkJob;
  words: JobWords;
  controls: JobControls;
};

/** One job: what it does, how far it is, what failed, and what can be done about it. */
export function JobCard({ job, words, controls }: JobCardProps) {
  const t = useTranslations("bulk");
  const id = useId();
  const isOver = !isOpen(job);
  const isDeletion = job.action.kind === "delete";
  const kept = job.kept.length;
  // Only what the server said that it kept: whether the trash is on may have changed on the way.
  const hasKept = isOver && kept > 0;
  const undo = useUndoWindow(hasKept);
  const card = useRef<HTMLLIElement>(null);
  useFocusKeptIn(card, job.state);
  useCommand("undo", undo.isOpen ? () => controls.undo(job) : null);
  const title = words.title(job);
  const counts = words.counts(job);
  return (
    <li
      ref={card}
      aria-labelledby={id}
      className="grid gap-2 p-3.5 text-note max-md:px-[18px]"
      {...undo.holdProps}
    >
      <h2 id={id} className="break-words font-medium text-ink">
        {title}
      </h2>
      {!isOver && (
        <ProgressBar
          label={title}
          valueText={counts}
          total={job.total}
          done={job.done}
          failed={job.failed.length}
          isStill={job.state !== "running"}
        />
      )}
      <p className="text-ink-2">
        {counts}
        {isOver && job.unchanged > 0 && (
          <>, {t(isDeletion ? "goneBefore" : "unchanged", { count: job.unchanged })}</>
        )}
      </p>
      <JobStatus job={job} words={words} />
      {hasKept && (
        <p className="text-ink-2">
          {kept < job.done
            ? t("undonePart", { count: kept, days: TRASH_DAYS })
            : t("undone", { days: TRASH_DAYS })}{" "}
          <Link href="/trash" className="text-accent underline underline-offset-2">
            {t("toTrash")}
          </Link>
        </p>
      )}
      {isOver && job.newIds.size > 0 && (
        <p className="text-ink-2">
          {t("newIds")}{" "}
          <MemoriesLink
            href={listHref(noFilters)}
            className="text-accent underline underline-offset-2"
          >
            {t("toMemories")}
          </MemoriesLink>
        </p>
      )}
      {isOver && job.failed.length > 0 && <JobFailures job={job} words={words} />}
      <div className="sticky bottom-0 -mb-3.5 flex flex-wrap gap-1.5 bg-raised pt-1 pb-3.5">
        <JobActions job={job} controls={controls} canUndo={undo.isOpen} />
      </div>
    </li>
  );
}

/** A button that goes when the job is in another state hands its focus to the one that is there. */
function useFocusKeptIn(card: RefObject<HTMLElement | null>, state: BulkJob["state"]): void {
  const hadFocus = useRef(false);
  useEffect(() => {
    const follow = ({ target }: FocusEvent) => {
      hadFocus.current = target instanceof Node && (card.current?.contains(target) ?? false);
    };
    document.addEventListener("focusin", follow);
    return () => document.removeEventListener("focusin", follow);
  }, [card]);
  useLayoutEffect(() => {
    const isLost = state && hadFocus.current && document.activeElement === document.body;
    if (isLost) card.current?.querySelector("button")?.focus();
  }, [card, state]);
}
