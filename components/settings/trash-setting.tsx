"use client";

import { useId } from "react";
import { useTranslations } from "use-intl";
import { RetryButton } from "@/components/states/retry-button";
import { Notice } from "@/components/ui/notice";
import { Skeleton } from "@/components/ui/skeleton";
import { Switch } from "@/components/ui/switch";
import { useDescribeError } from "@/lib/client/describe-error";
import { usePreferences, useUpdatePreferences } from "@/lib/client/preferences";
import { TRASH_DAYS } from "@/lib/contract/trash";

/** Whether what is deleted is kept for a while. Holds at once; what off means stands beside it. */
export function TrashSetting() {
  const t = useTranslations("trash.setting");
  const id = useId();
  const describeError = useDescribeError();
  const { data, error, isFetching, refetch } = usePreferences();
  const update = useUpdatePreferences();
  if (!data && error) {
    const words = describeError(error, t("unread"));
    return (
      <Notice
        tone="danger"
        role="alert"
        title={words.title}
        actions={
          <RetryButton error={error} onRetry={() => void refetch()} pending={isFetching} byItself />
        }
      >
        <p>{words.detail}</p>
      </Notice>
    );
  }
  if (!data) {
    return (
      <div role="status" className="grid gap-3">
        <span className="sr-only">{t("loading")}</span>
        <Skeleton className="w-64" />
        <Skeleton className="w-48" />
      </div>
    );
  }
  const refusal = update.error ? describeError(update.error, t("failed")) : null;
  return (
    <div className="grid gap-3">
      <div className="flex items-center gap-3">
        <Switch
          id={id}
          aria-describedby={`${id}-meaning`}
          checked={data.trash}
          onChange={(trash) => update.mutate({ trash })}
        />
        <label htmlFor={id} className="cursor-pointer text-ink text-ui pointer-coarse:py-3">
          {t("label", { days: TRASH_DAYS })}
        </label>
      </div>
      <p id={`${id}-meaning`} className="max-w-prose text-ink-2 text-note">
        {data.trash ? t("on") : t("off")}
      </p>
      <div aria-live="polite" className="empty:hidden">
        {refusal && (
          <Notice tone="danger" title={refusal.title}>
            <p>{refusal.detail}</p>
          </Notice>
        )}
      </div>
    </div>
  );
}
