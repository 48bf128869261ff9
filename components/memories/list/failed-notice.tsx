"use client";

import { useTranslations } from "use-intl";
import { RetryButton } from "@/components/states/retry-button";
import { useSecondsUntil } from "@/components/states/use-seconds-until";
import { Notice } from "@/components/ui/notice";
import type { CollectionSnapshot } from "@/lib/client/collection/snapshot";
import { useCollectionStore } from "@/lib/client/collection/use-collection";
import { useDescribeError } from "@/lib/client/describe-error";
import { ApiError } from "@/lib/client/errors";

/** Says when not everything could be read, or not read again: what is here stays readable. */
export function FailedNotice({ snapshot }: { snapshot: CollectionSnapshot }) {
  const t = useTranslations("list.failed");
  const collection = useCollectionStore();
  const describeError = useDescribeError();
  const { status, loaded, completedAt, error, retryAt } = snapshot;
  const seconds = useSecondsUntil(retryAt);
  // Stays while it is tried again: a notice that comes and goes would move the list each time.
  if (error === null || loaded === 0) return null;
  const { title, detail } = describeError(error, t(completedAt === null ? "some" : "old"));
  // Where a pause was asked for, the button itself counts.
  const isCounting = seconds > 0 && !(error instanceof ApiError && error.retryAt !== null);
  return (
    <Notice
      tone="warn"
      role="alert"
      className="mx-4 my-3 shrink-0"
      title={title}
      actions={
        <RetryButton
          size="sm"
          error={error}
          pending={status !== "failed"}
          onRetry={() => collection.refresh()}
        />
      }
    >
      <p>
        {detail} {t("stays")}
      </p>
      {/* Not read out every second. */}
      {isCounting && <p aria-live="off">{t("next", { seconds })}</p>}
    </Notice>
  );
}
