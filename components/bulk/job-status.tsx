"use client";

import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useSecondsUntil } from "@/components/states/use-seconds-until";
import type { BulkJob } from "@/lib/client/bulk/job";
import type { JobWords } from "./job-words";

type JobStatusProps = { job: BulkJob; words: JobWords };

/** Why a job stands still, and what makes it go on; nothing while it runs. */
export function JobStatus({ job, words }: JobStatusProps) {
  const t = useTranslations("bulk");
  const { pause, state } = job;
  if (job.isCancelling && state !== "cancelled") return <Line>{t("cancelling")}</Line>;
  if (state === "waiting") return <Line>{t("waiting")}</Line>;
  if (state === "stopped") return <Line isBad>{words.reason(job.error)}</Line>;
  if (state !== "paused" || pause === null) return null;
  if (pause.why === "person") return <Line>{t("pausedByPerson")}</Line>;
  if (pause.why === "rate-limit") {
    return (
      <Line>
        <CountsDown until={pause.until}>
          {(seconds) => (seconds > 0 ? t("pausedByLimit", { seconds }) : t("pausedByLimitNow"))}
        </CountsDown>
      </Line>
    );
  }
  if (pause.why === "memoram-down") {
    return (
      <Line>
        <CountsDown until={pause.until}>
          {(seconds) => (seconds > 0 ? t("pausedByOutage", { seconds }) : t("pausedByOutageNow"))}
        </CountsDown>
      </Line>
    );
  }
  return <Line>{t("pausedOffline")}</Line>;
}

function Line({ children, isBad = false }: { children: ReactNode; isBad?: boolean }) {
  return <p className={isBad ? "text-danger" : "text-warn"}>{children}</p>;
}

type CountsDownProps = { until: number | null; children: (seconds: number) => string };

/** Not announced: nobody wants to hear every second. The announcer says once why a job stands. */
function CountsDown({ until, children }: CountsDownProps) {
  return children(useSecondsUntil(until));
}
