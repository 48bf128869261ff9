"use client";

import { useRouter } from "next/navigation";
import { useCallback } from "react";
import { isUnderMemories, memoryHref, parseMemoryRoute } from "@/components/memories/memory-route";
import { goTo } from "@/components/memories/use-memory-route";
import { moveFocusAlong } from "@/components/memories/use-return-focus";
import { noFilters } from "@/lib/client/filters/memory-filters";

/** Opens a memory from anywhere in the workspace, with the list beside it as it is. */
export function useOpenMemory(): (id: string) => void {
  const router = useRouter();
  return useCallback(
    (id) => {
      const { pathname, search } = window.location;
      if (!isUnderMemories(pathname)) return router.push(memoryHref(id, noFilters));
      const { filters } = parseMemoryRoute(pathname, new URLSearchParams(search));
      moveFocusAlong();
      goTo(memoryHref(id, filters));
    },
    [router],
  );
}
