"use client";

import { useEffect, useState } from "react";

const MINUTE_MS = 60_000;

/** Now to the minute, in milliseconds since 1970; null on the server, which is in no time zone. */
export function useNow(): number | null {
  const [now, setNow] = useState<number | null>(null);
  useEffect(() => {
    const tick = () => setNow(Date.now());
    tick();
    const timer = setInterval(tick, MINUTE_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}
