"use client";

import { useEffect, useMemo, useRef } from "react";

/**
 * Calls `action` with the last value once nothing new has come for `delay` milliseconds; `now` calls
 * it at once and drops what was waiting, as `cancel` does. Always the newest `action`; nothing after unmounting.
 */
export function useDebounced<Value>(action: (value: Value) => void, delay: number) {
  const latest = useRef(action);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => {
    latest.current = action;
  });
  useEffect(() => () => clearTimeout(timer.current), []);
  return useMemo(
    () => ({
      later(value: Value) {
        clearTimeout(timer.current);
        timer.current = setTimeout(() => latest.current(value), delay);
      },
      now(value: Value) {
        clearTimeout(timer.current);
        latest.current(value);
      },
      cancel() {
        clearTimeout(timer.current);
      },
    }),
    [delay],
  );
}
