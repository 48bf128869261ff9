"use client";

import { useMemo } from "react";
import { useCounts } from "@/lib/client/collection/use-collection";
import { useTagColors } from "@/lib/client/tags";
import type { PaletteTag } from "./choice";

/** The tags that memories carry, with their colours. */
export function usePaletteTags(): readonly PaletteTag[] {
  const { tags } = useCounts();
  const colors = useTagColors();
  return useMemo(
    () =>
      Array.from(tags, ([name, { count }]) => ({ name, count, color: colors.get(name) ?? null })),
    [tags, colors],
  );
}
