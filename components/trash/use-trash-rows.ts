"use client";

import { type Range, useVirtualizer } from "@tanstack/react-virtual";
import { type RefObject, useCallback, useLayoutEffect, useState } from "react";
import { pinnedRange } from "@/components/ui/pinned-range";

/** What a row is high before it has been measured, in px. */
const ROW_HEIGHT = 112;

/** Rows beyond each edge, so that Tab finds the next one and a quick flick shows no gap. */
const OVERSCAN = 4;

type TrashRowsOptions = {
  ids: readonly string[];
  list: RefObject<HTMLUListElement | null>;
  /** The row that had focus last: it stays in the page, for focus to come back to. */
  focusedId: string | null;
};

/** The page scrolls inside `main`: see the workspace's shell. */
const scroller = () => document.getElementById("main");

/** The rows of the trash that are in sight, of any number. */
export function useTrashRows({ ids, list, focusedId }: TrashRowsOptions) {
  const scrollMargin = useDistanceToTop(list);
  const getItemKey = useCallback((index: number) => ids[index] ?? index, [ids]);
  const pin = focusedId === null ? -1 : ids.indexOf(focusedId);
  const rangeExtractor = useCallback((range: Range) => pinnedRange(range, [pin]), [pin]);
  return useVirtualizer<HTMLElement, HTMLLIElement>({
    count: ids.length,
    getScrollElement: scroller,
    estimateSize: () => ROW_HEIGHT,
    getItemKey,
    rangeExtractor,
    overscan: OVERSCAN,
    scrollMargin,
  });
}

/** How far down the page the list begins, in px: what stands above it may grow and shrink. */
function useDistanceToTop(list: RefObject<HTMLElement | null>): number {
  const [distance, setDistance] = useState(0);
  const measure = useCallback(() => {
    const [element, page] = [list.current, scroller()];
    if (!element || !page) return;
    const { top } = element.getBoundingClientRect();
    setDistance(Math.round(top - page.getBoundingClientRect().top + page.scrollTop));
  }, [list]);
  useLayoutEffect(measure);
  useLayoutEffect(() => {
    window.addEventListener("resize", measure);
    return () => window.removeEventListener("resize", measure);
  }, [measure]);
  return distance;
}
