"use client";

import Link from "next/link";
import { useTranslations } from "use-intl";
import { RetryButton } from "@/components/states/retry-button";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { useDescribeError } from "@/lib/client/describe-error";
import { currentPath, signInAgainHref } from "@/lib/client/session";

type ErrorStateProps = {
  error: unknown;
  /** The undertaking that failed, as a sentence without its end. */
  what: string;
  onRetry: () => void;
  retrying?: boolean;
  className?: string;
};

/** What stands where memories would be when they could not be had: why, and the way on. */
export function ErrorState({ error, what, onRetry, retrying, className }: ErrorStateProps) {
  const t = useTranslations("errors");
  const describeError = useDescribeError();
  const { title, detail, remedy, requestId } = describeError(error, what);
  return (
    <div role="alert" className={className}>
      <EmptyState
        title={title}
        actions={
          <>
            {remedy === "again" && (
              <RetryButton error={error} onRetry={onRetry} pending={retrying} byItself />
            )}
            {remedy === "connect" && (
              <Button asChild variant="primary">
                <Link href="/connect">{t("toConnection")}</Link>
              </Button>
            )}
            {remedy === "sign-in" && (
              <Button asChild variant="primary">
                <a href={signInAgainHref(currentPath())}>{t("signInAgain")}</a>
              </Button>
            )}
          </>
        }
      >
        <p>{detail}</p>
        {remedy === "again" && requestId && (
          <p className="mt-2 text-balance break-all font-mono text-ink-3 text-micro">
            {t("request", { id: requestId })}
          </p>
        )}
      </EmptyState>
    </div>
  );
}
