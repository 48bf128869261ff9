"use client";

import { useMemo } from "react";
import { useCollection } from "@/lib/client/collection/use-collection";
import { useSelection } from "@/lib/client/selection/use-selection";
import type { Memory } from "@/lib/contract/memory";

/** The selected memories that are here, in the collection's order. */
export function useSelectedMemories(): readonly Memory[] {
  const { has, state } = useSelection();
  const { memories } = useCollection();
  return useMemo(
    // Another state is another selection, though `has` may stay the same function.
    () => (state ? memories.filter(({ id }) => has(id)) : []),
    [memories, has, state],
  );
}
