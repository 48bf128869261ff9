"use client";

import type { KeyboardEvent } from "react";

type Keys = { submit: () => void; cancel: () => void };

/** Ctrl or Cmd with Enter submits, Escape cancels; spread it onto what the fields are in. */
export function useFormKeys({ submit, cancel }: Keys) {
  return {
    /** On the way down: whatever a field makes of Enter, with Ctrl or Cmd it means the form. */
    onKeyDownCapture(event: KeyboardEvent) {
      if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      event.stopPropagation();
      submit();
    },
    onKeyDown(event: KeyboardEvent) {
      if (event.key !== "Escape" || event.defaultPrevented || event.nativeEvent.isComposing) return;
      cancel();
    },
  };
}
