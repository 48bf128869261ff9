"use client";

import { type Range, useVirtualizer } from "@tanstack/react-virtual";
import { type RefObject, useCallback, useLayoutEffect, useMemo, useRef } from "react";
import { pinnedRange } from "@/components/ui/pinned-range";
import type { Density } from "./density";

/** What a row is high before it has been measured, in px: two lines under a title of one line. */
const heights: Record<Density, number> = { comfortable: 119, compact: 60 };

/** Rows beyond each edge, so that Tab finds the next one and a quick flick shows no gap. */
const OVERSCAN = 3;

type RowsOptions = {
  ids: readonly string[];
  indexOf: (id: string) => number;
  /** One for each set of filters and order: with another one another list begins. */
  listKey: string;
  density: Density;
  scroller: RefObject<HTMLDivElement | null>;
  /** Rows that stay in the page wherever the list stands: the open one, and what has focus. */
  pinned: readonly (string | null)[];
};

export type Rows = ReturnType<typeof useRows>;

/**
 * The rows that are in sight, of any number. While somebody reads (has scrolled, has focus or the
 * pointer here) rows that come or go above leave what they look at where it is.
 */
export function useRows({ ids, indexOf, listKey, density, scroller, pinned }: RowsOptions) {
  const shownKey = useRef(listKey);
  const offset = useRef(0);
  const padding = useRef(0);
  const getItemKey = useCallback((index: number) => ids[index] ?? index, [ids]);
  const pins = pinned.map((id) => (id === null ? -1 : indexOf(id))).join();
  const rangeExtractor = useCallback(
    (range: Range) => pinnedRange(range, pins === "" ? [] : pins.split(",").map(Number)),
    [pins],
  );
  const isReading = offset.current > 0 || isAttended(scroller.current);
  const virtualizer = useVirtualizer<HTMLDivElement, HTMLLIElement>({
    count: ids.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => heights[density],
    getItemKey,
    rangeExtractor,
    overscan: OVERSCAN,
    scrollPaddingStart: padding.current,
    // "end" holds the row at the upper edge when rows come above it; "start" holds the pixels.
    anchorTo: isReading && shownKey.current === listKey ? "end" : "start",
    onChange: (instance) => {
      offset.current = instance.scrollOffset ?? 0;
    },
  });

  /** Brings a row into view; `offset`: how far its beginning goes beyond the upper edge, in px. */
  const scrollTo = useCallback(
    (index: number, align: "auto" | "start" | "center", beyond = 0) => {
      // For now, and for every frame until the rows on the way have been measured.
      padding.current = -beyond;
      virtualizer.options.scrollPaddingStart = -beyond;
      virtualizer.scrollToIndex(index, { align });
    },
    [virtualizer],
  );

  useLayoutEffect(() => {
    shownKey.current = listKey;
  }, [listKey]);

  const shownDensity = useRef(density);
  useLayoutEffect(() => {
    if (shownDensity.current === density) return;
    shownDensity.current = density;
    const top = virtualizer.getVirtualItemForOffset(virtualizer.scrollOffset ?? 0);
    virtualizer.measure();
    if (top && top.start < (virtualizer.scrollOffset ?? 0)) scrollTo(top.index, "start");
  }, [density, virtualizer, scrollTo]);

  return useMemo(() => ({ virtualizer, scrollTo }), [virtualizer, scrollTo]);
}

function isAttended(scroller: HTMLElement | null): boolean {
  if (!scroller) return false;
  return scroller.matches(":hover") || scroller.contains(document.activeElement);
}
