"use client";

import { useSyncExternalStore } from "react";

/** Whether shortcuts are held with Cmd: Mac, iPad, iPhone. */
export function isApple(): boolean {
  return /Mac|iPhone|iPad/.test(navigator.platform);
}

const never = () => () => {};

/** The same for what is shown; the server, which cannot know, says no. */
export function useIsApple(): boolean {
  return useSyncExternalStore(never, isApple, () => false);
}
