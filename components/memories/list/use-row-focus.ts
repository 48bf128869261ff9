"use client";

import {
  type FocusEvent,
  type KeyboardEvent,
  type RefObject,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { flushSync } from "react-dom";
import { LIST_HEADING_ID, rowLinkId } from "@/components/memories/use-return-focus";

type RowFocusOptions = {
  ids: readonly string[];
  indexOf: (id: string) => number;
  openId: string | null;
};

/** The row that has focus: it is never taken out of the page, and arrows lead on from it. */
export function useRowFocus({ ids, indexOf, openId }: RowFocusOptions) {
  const [focusedId, setFocusedId] = useState<string | null>(null);
  const place = useRef(-1);
  const lastOpen = useRef(openId);

  useLayoutEffect(() => {
    if (focusedId === null) return;
    const index = indexOf(focusedId);
    if (index >= 0) {
      place.current = index;
      return;
    }
    // The row went, and focus with it: on to what stands in its place.
    setFocusedId(null);
    if (document.activeElement !== document.body) return;
    const next = ids[Math.min(place.current, ids.length - 1)];
    const target = next === undefined ? LIST_HEADING_ID : rowLinkId(next);
    document.getElementById(target)?.focus({ preventScroll: true });
  }, [focusedId, ids, indexOf]);

  useLayoutEffect(() => {
    const before = lastOpen.current;
    lastOpen.current = openId;
    if (before === null || openId === null || before === openId) return;
    // Whoever leafs through the list from a row goes along.
    if (document.activeElement?.id !== rowLinkId(before)) return;
    document.getElementById(rowLinkId(openId))?.focus({ preventScroll: true });
  }, [openId]);

  return {
    focusedId,
    onFocus: (event: FocusEvent) => setFocusedId(rowIdOf(event.target)),
    onBlur: (event: FocusEvent) => {
      // Another window took focus: this one gets it back where it was.
      if (!document.hasFocus()) return;
      if (!event.currentTarget.contains(event.relatedTarget)) setFocusedId(null);
    },
    /** Puts a row into the page and gives it focus; whoever calls brings it into view. */
    focusRow: (index: number) => {
      const id = ids[index];
      if (id === undefined) return;
      flushSync(() => setFocusedId(id));
      document.getElementById(rowLinkId(id))?.focus({ preventScroll: true });
    },
  };
}

/** The memory whose row an element lies in. */
export function rowIdOf(target: Element): string | null {
  return target.closest("[data-memory]")?.getAttribute("data-memory") ?? null;
}

/** Where an arrow, Home or End leads from the row at `index`; null for any other key. */
export function rowForKey(event: KeyboardEvent, index: number, count: number): number | null {
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return null;
  const targets: Record<string, number> = {
    ArrowDown: Math.min(index + 1, count - 1),
    ArrowUp: Math.max(index - 1, 0),
    Home: 0,
    End: count - 1,
  };
  return targets[event.key] ?? null;
}

/** The first row that is in view as a whole; whoever has no focus here begins with it. */
export function firstInView(scroller: RefObject<HTMLElement | null>): string | null {
  const box = scroller.current?.getBoundingClientRect();
  if (!box) return null;
  const rows = scroller.current?.querySelectorAll<HTMLElement>("[data-memory]") ?? [];
  for (const row of rows) {
    const { top, bottom } = row.getBoundingClientRect();
    if (top >= box.top - 1 && bottom <= box.bottom + 1) return row.dataset.memory ?? null;
  }
  return null;
}
