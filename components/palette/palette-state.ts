"use client";

import { useSyncExternalStore } from "react";
import { availableCommands } from "@/components/shortcuts/command-handlers";
import type { Command } from "@/components/shortcuts/commands";

/** The commands that the open palette offers; null while it is closed. */
let offered: readonly Command[] | null = null;
const listeners = new Set<() => void>();

function set(next: readonly Command[] | null): void {
  offered = next;
  for (const listener of listeners) listener();
}

/** Opens the palette. What can be done is asked before its dialog hides the page, and all of it. */
export function openPalette(): void {
  if (offered === null) set(availableCommands());
}

export function closePalette(): void {
  if (offered !== null) set(null);
}

export const isPaletteOpen = () => offered !== null;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

export function useOfferedCommands(): readonly Command[] | null {
  return useSyncExternalStore(
    subscribe,
    () => offered,
    () => null,
  );
}
