"use client";

import Link from "next/link";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import type { BulkJob } from "@/lib/client/bulk/job";
import { remedyFor } from "@/lib/client/describe-error";
import { currentPath, signInAgainHref } from "@/lib/client/session";
import type { JobControls } from "./job-controls";
import { isOpen } from "./milestone";

type JobActionsProps = { job: BulkJob; controls: JobControls; canUndo: boolean };

/** The buttons of a job, the main one first: what is under a thumb must not move. */
export function JobActions({ job, controls, canUndo }: JobActionsProps) {
  const t = useTranslations("bulk");
  const { state, pause, failed } = job;
  if (!isOpen(job)) {
    return (
      <>
        {canUndo && (
          <Button size="sm" aria-keyshortcuts="u" onClick={() => controls.undo(job)}>
            {t("undo")}
          </Button>
        )}
        {failed.length > 0 && (
          <Button size="sm" onClick={controls.retryFailed}>
            {t("retry", { count: failed.length })}
          </Button>
        )}
        <Button
          size="sm"
          variant="quiet"
          className="first:-ms-2.5"
          onClick={() => controls.dismiss(job)}
        >
          {t("dismiss")}
        </Button>
      </>
    );
  }
  // What is under way is still awaited; there is nothing left to decide.
  if (job.isCancelling) return null;
  const isHeld = state === "stopped" || (state === "paused" && pause?.why === "person");
  return (
    <>
      {state === "stopped" && <WayBack error={job.error} />}
      {isHeld ? (
        <Button size="sm" onClick={controls.resume}>
          {t("goOn")}
        </Button>
      ) : (
        state !== "waiting" && (
          <Button size="sm" onClick={controls.pause}>
            {t("pause")}
          </Button>
        )
      )}
      <Button size="sm" variant="quiet" onClick={() => controls.cancel(job)}>
        {t("cancel")}
      </Button>
    </>
  );
}

/** To where access, or the session, is had again: beside this page, which still has work to do. */
function WayBack({ error }: { error: unknown }) {
  const t = useTranslations("bulk");
  const remedy = remedyFor(error);
  if (remedy === "sign-in") {
    return (
      <Button size="sm" variant="primary" asChild>
        <a href={signInAgainHref(currentPath())} target="_blank" rel="noopener opener">
          {t("signInAgain")}
          <span className="sr-only">, {t("opensTab")}</span>
        </a>
      </Button>
    );
  }
  if (remedy !== "connect") return null;
  return (
    <Button size="sm" variant="primary" asChild>
      <Link href="/connect" target="_blank">
        {t("toConnection")}
        <span className="sr-only">, {t("opensTab")}</span>
      </Link>
    </Button>
  );
}
