"use client";

import { useState } from "react";
import { TAGS_HEADING_ID } from "./tags-heading";

/** Begins a change from a dialog: closes it once that has begun, keeps it open when it could not. */
export function useStart(onClose: (isStarted: boolean) => void) {
  const [isPending, setPending] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const run = async (begin: () => Promise<void>) => {
    if (isPending) return;
    setPending(true);
    setError(null);
    try {
      await begin();
      onClose(true);
      // What opened the dialog is about to go: the row of a tag that nobody carries any more.
      requestAnimationFrame(() => document.getElementById(TAGS_HEADING_ID)?.focus());
    } catch (problem) {
      setError(problem);
      setPending(false);
    }
  };
  return { isPending, error, run: (begin: () => Promise<void>) => void run(begin) };
}
