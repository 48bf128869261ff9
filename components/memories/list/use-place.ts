"use client";

import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import { keepPlace, type ListPlace, placesSince, readPlace } from "@/lib/client/list-place";
import { wasTraversal } from "@/lib/client/traversal";
import type { Rows } from "./use-rows";

const KEEP_AFTER_MS = 200;

/** Where the list is to go as soon as the memory in question has arrived. */
type Goal =
  | { kind: "top" }
  | { kind: "place"; place: ListPlace }
  | { kind: "show"; id: string; align: "auto" | "center" };

type PlaceOptions = {
  rows: Rows;
  indexOf: (id: string) => number;
  /** The filters without their order, and with it. */
  filtersKey: string;
  listKey: string;
  openId: string | null;
  /** Nothing that is missing now will still come. */
  isComplete: boolean;
  scroller: RefObject<HTMLDivElement | null>;
};

/**
 * Keeps where the list stands by the memory at its upper edge, and goes back there after a reload,
 * from another page, or when Back leads to other filters. Chosen anew, filters begin at the top and
 * an order at the open memory, which is also brought into view when it changes. Whoever scrolls by
 * themselves is not taken anywhere any more. Answers whether the way back is still being looked for.
 */
export function usePlace(options: PlaceOptions): boolean {
  const { rows, indexOf, filtersKey, listKey, openId, isComplete, scroller } = options;
  const { virtualizer, scrollTo } = rows;
  const shown = useRef<{ filtersKey: string; listKey: string; openId: string | null } | null>(null);
  const goal = useRef<Goal | null>(null);
  const latest = useRef<{ listKey: string; place: ListPlace | null } | null>(null);
  const [isSeeking, setSeeking] = useState(false);
  const [since] = useState(placesSince);

  const pursue = useCallback(() => {
    const wanted = goal.current;
    if (!wanted) return;
    if (wanted.kind === "top") {
      virtualizer.scrollToOffset(0);
      goal.current = null;
      return;
    }
    const isPlace = wanted.kind === "place";
    const index = indexOf(isPlace ? wanted.place.id : wanted.id);
    if (index >= 0) {
      if (isPlace) scrollTo(index, "start", wanted.place.offset);
      else scrollTo(index, wanted.align);
    }
    // Until more rows are below, a row near the end cannot come up to the edge.
    const isReached = index >= 0 && (wanted.kind === "show" || hasRoomBelow(rows, index));
    if (isReached || isComplete) goal.current = null;
    setSeeking(isPlace && goal.current !== null && index < 0);
  }, [virtualizer, scrollTo, indexOf, isComplete, rows]);

  // `pursue` is another one whenever the list is: each change may bring what is waited for.
  useLayoutEffect(() => {
    const before = shown.current;
    shown.current = { filtersKey, listKey, openId };
    if (before === null || (before.listKey !== listKey && wasTraversal())) {
      const place = readPlace(listKey);
      if (place) goal.current = { kind: "place", place };
      else if (openId !== null) goal.current = { kind: "show", id: openId, align: "center" };
      else goal.current = before === null ? null : { kind: "top" };
    } else if (before.listKey !== listKey) {
      const isListed = openId !== null && indexOf(openId) >= 0;
      goal.current =
        isListed && before.filtersKey === filtersKey
          ? { kind: "show", id: openId, align: "center" }
          : { kind: "top" };
    } else if (openId !== null && before.openId !== openId) {
      goal.current = { kind: "show", id: openId, align: "auto" };
    }
    pursue();
  }, [filtersKey, listKey, openId, indexOf, pursue]);

  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const keep = () => {
      clearTimeout(timer);
      if (latest.current) keepPlace(latest.current.listKey, latest.current.place, since);
      latest.current = null;
    };
    const look = () => {
      if (goal.current !== null) return;
      // The list may be another one already, though this is told of it a moment later.
      latest.current = { listKey: shown.current?.listKey ?? "", place: placeOf(rows) };
    };
    const onScroll = () => {
      look();
      clearTimeout(timer);
      timer = setTimeout(keep, KEEP_AFTER_MS);
    };
    const giveUp = () => {
      goal.current = null;
      setSeeking(false);
    };
    element.addEventListener("scroll", onScroll, { passive: true });
    for (const type of byHand) element.addEventListener(type, giveUp, { passive: true });
    const leave = () => {
      // Rows may have become higher or lower since it was scrolled last.
      look();
      keep();
    };
    window.addEventListener("pagehide", leave);
    return () => {
      leave();
      element.removeEventListener("scroll", onScroll);
      for (const type of byHand) element.removeEventListener(type, giveUp);
      window.removeEventListener("pagehide", leave);
    };
  }, [scroller, rows, since]);

  return isSeeking;
}

const byHand = ["wheel", "touchmove", "pointerdown", "keydown"] as const;

function placeOf({ virtualizer }: Rows): ListPlace | null {
  const offset = virtualizer.scrollOffset ?? 0;
  if (offset < 1) return null;
  const top = virtualizer.getVirtualItemForOffset(offset);
  return top ? { id: String(top.key), offset: offset - top.start } : null;
}

function hasRoomBelow({ virtualizer }: Rows, index: number): boolean {
  const height = virtualizer.scrollRect?.height ?? 0;
  const start = virtualizer.getOffsetForIndex(index, "start")?.[0] ?? 0;
  return start + 2 * height <= virtualizer.getTotalSize();
}
