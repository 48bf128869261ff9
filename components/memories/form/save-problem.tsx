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
  onSignIn: (go: () => void) => void;
};

/** Why nothing was saved, and what to do. What was typed stands below, untouched. */
export function SaveProblem({ error, onRetry, onSignIn }: SaveProblemProps) {
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
              onClick={() => onSignIn(() => window.location.assign(signInAgainHref(currentPath())))}
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
          {remedy !== "sign-in" && <RetryButton size="sm" error={error} onRetry={onRetry} />}
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
