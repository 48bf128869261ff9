"use client";

import { useEffect, useRef, useState } from "react";

/**
 * `value` as it was at most `ms` milliseconds ago, changing no oftener than that: what is read out
 * must come to its end. With another `urgency` it changes at once.
 */
export function useThrottled<Value>(value: Value, ms: number, urgency: unknown): Value {
  const [shown, setShown] = useState(value);
  const changedAt = useRef(Number.NEGATIVE_INFINITY);
  const lastUrgency = useRef(urgency);
  useEffect(() => {
    const isUrgent = lastUrgency.current !== urgency;
    lastUrgency.current = urgency;
    const wait = isUrgent ? 0 : changedAt.current + ms - performance.now();
    const show = () => {
      changedAt.current = performance.now();
      setShown(value);
    };
    if (wait <= 0) return show();
    const timer = setTimeout(show, wait);
    return () => clearTimeout(timer);
  }, [value, ms, urgency]);
  return shown;
}
