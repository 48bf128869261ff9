"use client";

import { useSyncExternalStore } from "react";
import { densityKey } from "./density-key";

export const densities = ["comfortable", "compact"] as const;
export type Density = (typeof densities)[number];

const listeners = new Set<() => void>();
/** What holds where the browser keeps nothing for us. */
let chosen: Density | null = null;

function readDensity(): Density {
  try {
    const kept = window.localStorage.getItem(densityKey);
    return densities.find((density) => density === kept) ?? chosen ?? "comfortable";
  } catch {
    return chosen ?? "comfortable";
  }
}

function subscribe(listener: () => void): () => void {
  const follow = () => {
    showDensity();
    listener();
  };
  listeners.add(listener);
  // Another tab chose.
  window.addEventListener("storage", follow);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("storage", follow);
  };
}

/** For the skeleton, which goes by the style sheet; before the page is painted, a script does it. */
function showDensity(): void {
  document.documentElement.dataset.density = readDensity();
}

/** How close the rows of the list stand. The server cannot know. */
export function useDensity(): Density {
  return useSyncExternalStore(subscribe, readDensity, () => "comfortable");
}

export function chooseDensity(density: Density): void {
  chosen = density;
  try {
    window.localStorage.setItem(densityKey, density);
  } catch {
    // Full or forbidden: it holds for as long as the tab is open.
  }
  showDensity();
  for (const listener of listeners) listener();
}
