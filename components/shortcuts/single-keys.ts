"use client";

import { useSyncExternalStore } from "react";

/** Kept in this browser; only the refusal is stored. */
const KEY = "keepsake-single-keys";
const OFF = "off";

const listeners = new Set<() => void>();

/** Whether single keys do anything (WCAG 2.1.4: there has to be a way to turn them off). */
export function readSingleKeys(): boolean {
  try {
    return window.localStorage.getItem(KEY) !== OFF;
  } catch {
    // Storage may be forbidden: then nothing was ever turned off.
    return true;
  }
}

/** @returns whether the browser keeps the choice; if not, it holds nowhere. */
export function setSingleKeys(on: boolean): boolean {
  try {
    if (on) window.localStorage.removeItem(KEY);
    else window.localStorage.setItem(KEY, OFF);
  } catch {
    return false;
  }
  for (const listener of listeners) listener();
  return true;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener("storage", listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("storage", listener);
  };
}

/** The choice, here and in every other tab. The server, which does not know it, says on. */
export function useSingleKeys(): boolean {
  return useSyncExternalStore(subscribe, readSingleKeys, () => true);
}

/**
 * For an element that a shortcut clicks, or gives focus to: says its keys, in the form of
 * `aria-keyshortcuts`, to assistive technology while they work, and to the palette at any time.
 */
export function useShortcut(keys: string | undefined) {
  const isOn = useSingleKeys();
  if (keys === undefined) return {};
  return { "data-shortcut": keys, "aria-keyshortcuts": isOn || isHeld(keys) ? keys : undefined };
}

/** Keys that are pressed together with Ctrl or Cmd are no single keys. */
const isHeld = (keys: string) => keys.includes("+");
