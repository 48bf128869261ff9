"use client";

import { useEffect, useRef } from "react";
import type { MemoryView } from "./memory-route";

/** The element that stands for a memory in the list. */
export const rowLinkId = (id: string) => `memory-row-${id}`;
/** The heading of the pane, which takes focus where the pane covers the list. */
export const PANE_HEADING_ID = "pane-heading";
export const LIST_HEADING_ID = "list-heading";

let isAsked = false;

/**
 * Focus shall go to the pane's heading (the list's, where the pane is empty) as soon as the address
 * shows something else: what has it now is about to leave the page.
 */
export function moveFocusAlong(): void {
  isAsked = true;
}

/**
 * On a phone list and pane take each other's place, so focus goes along: to the pane's heading when
 * something opens, back to its row when it closes. Beside each other focus stays where it is.
 */
export function useReturnFocus(view: MemoryView): void {
  const id = view.kind === "memory" ? view.id : null;
  const place = view.kind === "memory" ? `${view.id} ${view.mode}` : view.kind;
  const isForm = view.kind === "new" || (view.kind === "memory" && view.mode === "edit");
  const last = useRef({ place, id });
  useEffect(() => {
    const before = last.current;
    last.current = { place, id };
    // A form chooses by itself where typing begins.
    if (before.place === place || isForm) return;
    const isCovering = window.matchMedia("(width < 48rem)").matches;
    if (!isCovering && !isAsked) return;
    isAsked = false;
    const row = before.id === null ? null : rowLinkId(before.id);
    const targets = place === "list" ? [row, LIST_HEADING_ID] : [PANE_HEADING_ID];
    // A frame later, when a dialog that is closing has let go.
    const frame = requestAnimationFrame(() => focusFirst(targets));
    return () => cancelAnimationFrame(frame);
  }, [place, id, isForm]);
}

function focusFirst(ids: (string | null)[]): void {
  for (const id of ids) {
    const target = id === null ? null : document.getElementById(id);
    if (!target) continue;
    target.focus({ preventScroll: true });
    return;
  }
}
