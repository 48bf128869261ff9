"use client";

import type { ReactNode } from "react";
import { FailureNotice } from "@/components/states/failure-notice";
import { RetryButton } from "@/components/states/retry-button";
import { Skeleton } from "@/components/ui/skeleton";

type PanelProps<T> = {
  /** What is to be shown, as react-query has it. */
  query: { data: T | undefined; error: unknown; isFetching: boolean; refetch: () => unknown };
  /** Said while nothing is here yet. */
  loading: string;
  /** The reading that failed, as a sentence without its end. */
  unread: string;
  children: (data: T) => ReactNode;
};

/** What stands in a section that has to be asked for first: it comes, it failed, it is here. */
export function Panel<T>({ query, loading, unread, children }: PanelProps<T>) {
  const { data, error, isFetching, refetch } = query;
  if (data !== undefined) return children(data);
  if (error) {
    const retry = () => void refetch();
    return (
      <FailureNotice
        error={error}
        what={unread}
        role="alert"
        actions={<RetryButton error={error} onRetry={retry} pending={isFetching} byItself />}
      />
    );
  }
  return (
    <div role="status" className="grid gap-3">
      <span className="sr-only">{loading}</span>
      <Skeleton className="w-64" />
      <Skeleton className="w-48" />
    </div>
  );
}
