"use client";

import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import type { BulkJob } from "@/lib/client/bulk/job";
import type { JobWords } from "./job-words";
import { isOpen, quarterOf } from "./milestone";

type JobAnnouncerProps = { jobs: readonly BulkJob[]; words: JobWords };

/** Reads out when a job begins, each quarter, why it stands still, and how it ended. */
export function JobAnnouncer({ jobs, words }: JobAnnouncerProps) {
  const t = useTranslations("bulk");
  const [said, setSaid] = useState("");
  const heard = useRef(new Map<string, string>());
  useEffect(() => {
    const say = (job: BulkJob): string => {
      const title = words.title(job);
      if (!isOpen(job)) return t("announce.ended", { job: title, result: words.counts(job) });
      if (job.state === "stopped") {
        return t("announce.stopped", { job: title, reason: words.reason(job.error) });
      }
      if (job.state === "paused" && job.pause) {
        return t("announce.stopped", { job: title, reason: t(pauseKey[job.pause.why]) });
      }
      const percent = quarterOf(job);
      if (percent === 0) return t("announce.started", { job: title, total: job.total });
      const { done, total, failed } = job;
      return failed.length > 0
        ? t("announce.partAndFailed", { percent, done, total, failed: failed.length })
        : t("announce.part", { percent, done, total });
    };
    const present = new Map(jobs.map((job) => [job.id, stepOf(job)]));
    const news = jobs.filter((job) => heard.current.get(job.id) !== present.get(job.id));
    heard.current = present;
    const latest = news.filter(({ state }) => state !== "waiting").at(-1);
    if (latest) setSaid(say(latest));
  }, [jobs, words, t]);
  return (
    <p role="status" className="sr-only">
      {said}
    </p>
  );
}

const pauseKey = {
  person: "pausedByPerson",
  "rate-limit": "announce.pausedByLimit",
  "memoram-down": "announce.pausedByOutage",
  offline: "pausedOffline",
} as const;

/** What of a job is worth saying once: another text is another thing to say. */
function stepOf(job: BulkJob): string {
  const quarter = isOpen(job) ? quarterOf(job) : "end";
  return `${job.state} ${job.pause?.why ?? ""} ${quarter}`;
}
