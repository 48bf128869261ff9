"use client";

import { useEffect, useRef } from "react";

/** Where Escape means something else: what is open over the page, and what is typed in. */
const OWN_ESCAPE =
  "[role=dialog], [role=alertdialog], [role=menu], [role=listbox], form, textarea, input:not([type=checkbox])";

/**
 * Escape clears the selection, after everything else that Escape closes: whoever closes something
 * prevents the event's default.
 */
export function useEscapeClears(isOn: boolean, clear: () => void): void {
  const latest = useRef(clear);
  useEffect(() => {
    latest.current = clear;
  });
  useEffect(() => {
    if (!isOn) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || event.defaultPrevented || event.isComposing) return;
      if (event.target instanceof Element && event.target.closest(OWN_ESCAPE)) return;
      latest.current();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [isOn]);
}
