"use client";

import { useEffect } from "react";
import { useAskForAccess } from "@/lib/client/connection";
import { ApiError, isApiError, OfflineError } from "@/lib/client/errors";

/** Milliseconds until the next try by itself; Memoram's own wish counts where it is longer. */
const AGAIN_MS = 5_000;

/** Whether waiting may help: nobody answered, or Memoram was busy. */
function isPassing(error: unknown): boolean {
  return (
    error instanceof OfflineError ||
    isApiError(
      error,
      "memoram-unavailable",
      "memoram-timeout",
      "memoram-rate-limited",
      "rate-limited",
    )
  );
}

function delay(error: unknown): number {
  const wish = error instanceof ApiError ? (error.retryAfterSeconds ?? 0) * 1_000 : 0;
  return Math.max(AGAIN_MS, wish);
}

/**
 * Asks Memoram for access, and asks again by itself while Memoram or Keepsake cannot be reached.
 * Repeating is safe: asking while a request is pending or approved changes nothing.
 */
export function useAsk() {
  const { mutate, error, isPending } = useAskForAccess();
  const triesAgain = isPassing(error);

  useEffect(() => {
    if (!triesAgain) return;
    const timer = setTimeout(() => mutate({}), delay(error));
    return () => clearTimeout(timer);
  }, [error, triesAgain, mutate]);

  return { ask: () => mutate({}), isAsking: isPending, error, triesAgain };
}
