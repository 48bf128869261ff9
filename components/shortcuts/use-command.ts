"use client";

import { useEffect, useRef } from "react";
import { handleCommand } from "./command-handlers";
import type { CommandId } from "./commands";

/**
 * Says what a command does while this component is there: by its key, and from the palette. Null
 * while it can do nothing. Of several the one that was mounted last holds.
 */
export function useCommand(id: CommandId, run: (() => void) | null): void {
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  const isAvailable = run !== null;
  useEffect(() => {
    if (isAvailable) return handleCommand(id, () => latest.current?.());
  }, [id, isAvailable]);
}
