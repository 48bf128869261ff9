"use client";

import { type RefObject, useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useDescribeError } from "@/lib/client/describe-error";
import type { useMemories } from "@/lib/client/memories";
import { ListSkeleton } from "./list-skeleton";

type LoadMoreProps = {
  list: ReturnType<typeof useMemories>;
  scroller: RefObject<HTMLDivElement | null>;
};

/**
 * The list's end: fetches the next page as it comes near, with a button that does the same. A page
 * that failed waits for the person; what is loaded stays.
 */
export function LoadMore({ list, scroller }: LoadMoreProps) {
  const describeError = useDescribeError();
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = list;
  const mayFetch = hasNextPage && !list.isFetching && !isFetchNextPageError;
  if (!hasNextPage || list.isPlaceholderData) return null;
  if (isFetchNextPageError && !isFetchingNextPage) {
    const { detail } = describeError(list.error, "");
    return (
      <Notice
        tone="danger"
        role="alert"
        className="m-4"
        title="The next memories could not be read"
        actions={
          <Button size="sm" onClick={() => void fetchNextPage()}>
            Try again
          </Button>
        }
      >
        <p>{detail} What is loaded stays.</p>
      </Notice>
    );
  }
  return (
    <>
      {isFetchingNextPage && <ListSkeleton count={2} />}
      <div className="grid justify-items-center p-4">
        {/* A new sentinel after every page: an observer reports only what changes. */}
        {mayFetch && (
          <Sentinel
            key={list.data?.length}
            scroller={scroller}
            onNear={() => void fetchNextPage()}
          />
        )}
        <Button
          variant="quiet"
          size="sm"
          pending={isFetchingNextPage}
          onClick={() => void fetchNextPage()}
        >
          Load more
        </Button>
      </div>
    </>
  );
}

type SentinelProps = { scroller: RefObject<HTMLDivElement | null>; onNear: () => void };

function Sentinel({ scroller, onNear }: SentinelProps) {
  const mark = useRef<HTMLSpanElement>(null);
  const latest = useRef(onNear);
  useEffect(() => {
    latest.current = onNear;
  });
  useEffect(() => {
    const element = mark.current;
    if (!element) return;
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (!entry?.isIntersecting) return;
        observer.disconnect();
        latest.current();
      },
      // A screen ahead: who scrolls steadily never meets the end.
      { root: scroller.current, rootMargin: "0px 0px 800px 0px" },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [scroller]);
  return <span ref={mark} aria-hidden="true" className="size-px" />;
}
