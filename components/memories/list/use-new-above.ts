"use client";

import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";
import type { Rows } from "./use-rows";

type NewAboveOptions = {
  rows: Rows;
  ids: readonly string[];
  listKey: string;
  /** Everything was here before: what comes now is new, and not only late. */
  isExact: boolean;
  scroller: RefObject<HTMLDivElement | null>;
};

/** How many memories came above what is in sight since the list was last at its top. */
export function useNewAbove({ rows, ids, listKey, isExact, scroller }: NewAboveOptions): number {
  const { virtualizer } = rows;
  const [count, setCount] = useState(0);
  const shown = useRef({ ids, listKey, isExact });

  useLayoutEffect(() => {
    const before = shown.current;
    shown.current = { ids, listKey, isExact };
    if (before.listKey !== listKey || !before.isExact) return setCount(0);
    const offset = virtualizer.scrollOffset ?? 0;
    const top = offset < 1 ? undefined : virtualizer.getVirtualItemForOffset(offset);
    if (before.ids === ids || !top) return;
    const known = new Set(before.ids);
    const above = ids.slice(0, top.index).filter((id) => !known.has(id)).length;
    if (above > 0) setCount((earlier) => earlier + above);
  }, [ids, listKey, isExact, virtualizer]);

  useEffect(() => {
    const element = scroller.current;
    const onScroll = () => {
      // Asking the element would lay the rows out once more in the middle of a frame.
      if ((virtualizer.scrollOffset ?? 0) < 1) setCount(0);
    };
    element?.addEventListener("scroll", onScroll, { passive: true });
    return () => element?.removeEventListener("scroll", onScroll);
  }, [scroller, virtualizer]);

  return count;
}
