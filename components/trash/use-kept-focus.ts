"use client";

import { useEffect, useLayoutEffect, useRef } from "react";

export const TRASH_HEADING_ID = "trash-heading";
/** The button that opens a deleted memory. */
export const trashRowId = (id: string) => `trash-row-${id}`;

/** The deleted memory whose row an element lies in. */
export const deletedIdOf = (element: Element): string | null =>
  element.closest("[data-deleted]")?.getAttribute("data-deleted") ?? null;

/** Focus does not go with a row that goes: it moves to what stands in its place, else to the title. */
export function useKeptFocus(ids: readonly string[]): void {
  const focused = useRef<{ id: string; place: number } | null>(null);
  useLayoutEffect(() => {
    const last = focused.current;
    if (last === null || ids.includes(last.id)) return;
    focused.current = null;
    if (document.activeElement !== document.body) return;
    const next = ids[Math.min(last.place, ids.length - 1)];
    document
      .getElementById(next === undefined ? TRASH_HEADING_ID : trashRowId(next))
      ?.focus({ preventScroll: true });
  }, [ids]);
  // The whole list may go at once, with the button that emptied it.
  useLayoutEffect(
    () => () => {
      const hadFocus = document.activeElement?.closest("[data-trash-list]");
      if (hadFocus) document.getElementById(TRASH_HEADING_ID)?.focus();
    },
    [],
  );
  useEffect(() => {
    const follow = ({ target }: FocusEvent) => {
      const id = target instanceof Element ? deletedIdOf(target) : null;
      focused.current = id ? { id, place: ids.indexOf(id) } : null;
    };
    document.addEventListener("focusin", follow);
    return () => document.removeEventListener("focusin", follow);
  }, [ids]);
}
