"use client";

import { useMemo } from "react";
import { useTagOperations } from "@/lib/client/tag-operations";

/** The names that a change touches which is not finished: another one has to wait for it. */
export function useBusyTags(): readonly string[] {
  const { data } = useTagOperations();
  return useMemo(
    () => data?.flatMap(({ from, to }) => (to === null ? from : [...from, to])) ?? [],
    [data],
  );
}
