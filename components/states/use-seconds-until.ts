"use client";

import { useEffect, useState } from "react";

const secondsUntil = (instant: number) => Math.max(0, Math.ceil((instant - Date.now()) / 1_000));

/** Whole seconds until `instant` (milliseconds since 1970), counting down to 0; 0 for null. */
export function useSecondsUntil(instant: number | null): number {
  const [seconds, setSeconds] = useState(() => (instant === null ? 0 : secondsUntil(instant)));
  useEffect(() => {
    if (instant === null) return setSeconds(0);
    const tick = () => {
      const left = secondsUntil(instant);
      setSeconds(left);
      if (left === 0) clearInterval(timer);
    };
    const timer = setInterval(tick, 250);
    tick();
    return () => clearInterval(timer);
  }, [instant]);
  return seconds;
}
