"use client";

import { useTranslations } from "use-intl";
import { RetryButton } from "@/components/states/retry-button";
import { Button } from "@/components/ui/button";
import { useDescribeError } from "@/lib/client/describe-error";
import { currentPath, signInAgainHref } from "@/lib/client/session";
import { PaneNotice } from "./pane-notice";

type SaveProblemProps = {
  error: unknown;
  onRetry: () => void;
  /** Takes the person away without asking: their words are kept. */
  onLeave: (go: () => void) => void;
  /** For words whose memory is gone; null where they cannot become another now. */
  onKeepAsNew?: (() => void) | null;
};

/** Why nothing was saved, and what to do. What was typed stands below, untouched. */
export function SaveProblem({ error, onRetry, onLeave, onKeepAsNew }: SaveProblemProps) {
  const t = useTranslations();
  const describeError = useDescribeError();
  const { title, detail, remedy, requestId } = describeError(error, t("form.problem.notSaved"));
  return (
    <PaneNotice
      tone="danger"
      role="alert"
      title={title}
      actions={
        <>
          {remedy === "sign-in" && (
            <Button
              size="sm"
              onClick={() => onLeave(() => window.location.assign(signInAgainHref(currentPath())))}
            >
              {t("form.problem.signIn")}
            </Button>
          )}
          {remedy === "connect" && (
            <Button asChild size="sm">
              <a href="/connect" target="_blank" rel="noreferrer">
                {t("form.problem.connect")}
              </a>
            </Button>
          )}
          {remedy === "none" && onKeepAsNew && (
            <Button size="sm" onClick={() => onLeave(onKeepAsNew)}>
              {t("form.draft.keepAsNew")}
            </Button>
          )}
          {(remedy === "again" || remedy === "connect") && (
            <RetryButton size="sm" error={error} onRetry={onRetry} />
          )}
        </>
      }
    >
      <p>
        {detail} {t("form.problem.kept")}
      </p>
      {requestId && remedy === "again" && (
        <p className="break-all font-mono text-ink-2 text-micro">
          {t("errors.request", { id: requestId })}
        </p>
      )}
    </PaneNotice>
  );
}
