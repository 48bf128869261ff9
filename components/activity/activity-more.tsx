"use client";

import { useEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import { RetryButton } from "@/components/states/retry-button";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { LoadedActivity } from "@/lib/client/activity";
import { useDescribeError } from "@/lib/client/describe-error";

type ActivityMoreProps = {
  activity: LoadedActivity;
  /** The next page is asked for once the end comes near, and not only when the button is pressed. */
  byItself?: boolean;
};

/** The end of what is loaded: the next page, or why it did not come. */
export function ActivityMore({ activity, byItself = false }: ActivityMoreProps) {
  const t = useTranslations("activity");
  const describeError = useDescribeError();
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = activity;
  const end = useRef<HTMLDivElement>(null);
  const isWaiting = byItself && hasNextPage && !isFetchingNextPage && !isFetchNextPageError;
  useEffect(() => {
    const element = end.current;
    if (!element || !isWaiting) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) void fetchNextPage();
      },
      { root: element.closest("main"), rootMargin: "600px" },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [isWaiting, fetchNextPage]);
  if (!hasNextPage) return null;
  if (isFetchNextPageError && !isFetchingNextPage) {
    const { title, detail } = describeError(activity.error, t("failedMore"));
    return (
      <Notice
        tone="danger"
        role="alert"
        className="my-4"
        title={title}
        actions={
          <RetryButton size="sm" error={activity.error} onRetry={() => void fetchNextPage()} />
        }
      >
        <p>
          {detail} {t("whatIsLoaded")}
        </p>
      </Notice>
    );
  }
  return (
    <div ref={end} className="grid justify-items-center p-4">
      <Button variant="quiet" pending={isFetchingNextPage} onClick={() => void fetchNextPage()}>
        {t("loadMore")}
      </Button>
    </div>
  );
}
