"use client";

import { usePreferences } from "@/lib/client/preferences";

/** Whether a copy is kept of what is deleted; null while, or because, that cannot be read. */
export function useIsTrashOn(): boolean | null {
  return usePreferences().data?.trash ?? null;
}
