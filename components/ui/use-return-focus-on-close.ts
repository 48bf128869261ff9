"use client";

import { useRef } from "react";

/**
 * For the content of a dialog: closing gives focus back to what had it before. Radix alone gives it
 * to the dialog's own trigger, and a dialog that is opened from outside has none.
 */
export function useReturnFocusOnClose() {
  const before = useRef<Element | null>(null);
  return {
    onOpenAutoFocus: () => {
      before.current = document.activeElement;
    },
    onCloseAutoFocus: (event: Event) => {
      const element = before.current;
      // Safari gives a clicked button no focus: then Radix knows better.
      if (!(element instanceof HTMLElement) || element === document.body) return;
      if (!element.isConnected) return;
      event.preventDefault();
      element.focus({ preventScroll: true });
    },
  };
}
