"use client";

import { useEffect } from "react";
import { mayTakeKey } from "./may-take-key";

/**
 * Single-key shortcuts, declared where they work: an element with `aria-keyshortcuts="n"` is clicked
 * (a text field: focused) when n is pressed outside of any field. What is hidden does not answer.
 */
export function Shortcuts() {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!mayTakeKey(event)) return;
      for (const element of document.querySelectorAll<HTMLElement>("[aria-keyshortcuts]")) {
        if (element.getAttribute("aria-keyshortcuts") !== event.key || !answers(element)) continue;
        event.preventDefault();
        if (element instanceof HTMLInputElement) element.focus();
        else element.click();
        return;
      }
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, []);
  return null;
}

/** Visible, and not behind a dialog. */
function answers(element: HTMLElement): boolean {
  return (
    element.checkVisibility({ visibilityProperty: true }) &&
    !element.closest("[aria-hidden=true], [inert]")
  );
}
