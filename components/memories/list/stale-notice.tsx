"use client";

import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useDescribeError } from "@/lib/client/describe-error";
import type { useMemories } from "@/lib/client/memories";

/** Says when the rows below could not be brought up to date; they stay readable. */
export function StaleNotice({ list }: { list: ReturnType<typeof useMemories> }) {
  const describeError = useDescribeError();
  if (list.isPaused) {
    return (
      <Notice role="status" className="m-4" title="This device is offline">
        <p>You see what was loaded. The rest follows once it is connected again.</p>
      </Notice>
    );
  }
  if (!list.isError || list.isFetchNextPageError) return null;
  const { title, detail } = describeError(list.error, "The list may be out of date");
  return (
    <Notice
      tone="warn"
      role="alert"
      className="m-4"
      title={title}
      actions={
        <Button size="sm" pending={list.isFetching} onClick={() => void list.refetch()}>
          Try again
        </Button>
      }
    >
      <p>{detail}</p>
    </Notice>
  );
}
