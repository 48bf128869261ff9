"use client";

import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useDescribeError } from "@/lib/client/describe-error";
import { currentPath, signInAgainHref } from "@/lib/client/session";

type SaveProblemProps = { error: unknown; onRetry: () => void };

/** Why nothing was saved, and what to do. What was typed stands below, untouched. */
export function SaveProblem({ error, onRetry }: SaveProblemProps) {
  const describeError = useDescribeError();
  const { title, detail, remedy, requestId } = describeError(error, "Not saved");
  return (
    <Notice
      tone="danger"
      role="alert"
      title={title}
      actions={
        <>
          {remedy === "sign-in" && (
            <Button asChild size="sm">
              <a href={signInAgainHref(currentPath())} target="_blank" rel="noreferrer">
                Sign in again in a new tab
              </a>
            </Button>
          )}
          {remedy === "connect" && (
            <Button asChild size="sm">
              <a href="/connect" target="_blank" rel="noreferrer">
                Open the connection in a new tab
              </a>
            </Button>
          )}
          <Button size="sm" onClick={onRetry}>
            Try again
          </Button>
        </>
      }
    >
      <p>{detail} What you typed is still here.</p>
      {requestId && remedy === "again" && (
        <p className="break-all font-mono text-ink-2 text-micro">Request {requestId}</p>
      )}
    </Notice>
  );
}
