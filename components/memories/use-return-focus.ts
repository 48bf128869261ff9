"use client";

import { useEffect, useRef } from "react";
import type { MemoryView } from "./memory-route";

/** The element that stands for a memory in the list. */
export const rowLinkId = (id: string) => `memory-row-${id}`;
/** The heading of the pane, which takes focus where the pane covers the list. */
export const PANE_HEADING_ID = "pane-heading";

/**
 * On a phone list and pane take each other's place, so focus goes along: to the pane's heading when
 * something opens, back to its row when it closes. Beside each other focus stays where it is.
 */
export function useReturnFocus(view: MemoryView): void {
  const id = view.kind === "memory" ? view.id : null;
  const place = view.kind === "memory" ? view.id : view.kind;
  const last = useRef({ place, id });
  useEffect(() => {
    const before = last.current;
    last.current = { place, id };
    if (before.place === place || !window.matchMedia("(width < 48rem)").matches) return;
    const target = place === "list" && before.id !== null ? rowLinkId(before.id) : PANE_HEADING_ID;
    document.getElementById(target)?.focus({ preventScroll: true });
  }, [place, id]);
}
