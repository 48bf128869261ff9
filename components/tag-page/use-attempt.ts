"use client";

import { useState } from "react";
import { useDescribeError } from "@/lib/client/describe-error";

/** Something that a button does: whether it is under way, and in words why it failed. */
export function useAttempt() {
  const describeError = useDescribeError();
  const [isPending, setPending] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const attempt = async (act: () => Promise<void>) => {
    setPending(true);
    setError(null);
    try {
      await act();
    } catch (problem) {
      setError(problem);
    }
    setPending(false);
  };
  return {
    isPending,
    problem: error === null ? null : describeError(error, "").detail,
    attempt: (act: () => Promise<void>) => void attempt(act),
  };
}
