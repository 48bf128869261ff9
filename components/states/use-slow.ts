"use client";

import { useEffect, useState } from "react";

/** After this, silence needs a word. */
const SLOW_MS = 3_000;

/** True once `isWaiting` has lasted 3 s; false as soon as it ends. */
export function useSlow(isWaiting: boolean): boolean {
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    if (!isWaiting) return;
    const timer = setTimeout(() => setSlow(true), SLOW_MS);
    return () => {
      clearTimeout(timer);
      setSlow(false);
    };
  }, [isWaiting]);
  return isSlow;
}
