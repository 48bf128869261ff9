"use client";

import { useEffect, useRef } from "react";
import { handleCommand } from "./command-handlers";
import type { CommandId } from "./commands";

/** What is selected comes before what is open, whichever was there first. */
export const SELECTION_RANK = 1;

/**
 * Says what a command does while this component is there: by its key, and from the palette. Null
 * while it can do nothing. Of several the one with the highest `rank` holds, of those the one that
 * was mounted last.
 */
export function useCommand(id: CommandId, run: (() => void) | null, rank = 0): void {
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  const isAvailable = run !== null;
  useEffect(() => {
    if (isAvailable) return handleCommand(id, () => latest.current?.(), rank);
  }, [id, isAvailable, rank]);
}
