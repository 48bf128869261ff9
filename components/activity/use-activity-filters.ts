"use client";

import { useSearchParams } from "next/navigation";
import { useCallback, useMemo } from "react";
import {
  type ActivityFilters,
  activityHref,
  parseActivityFilters,
} from "@/lib/client/activity-filters";

/** The filters are the address: Back leads to those before, and a link carries them. */
export function useActivityFilters() {
  const params = useSearchParams();
  const filters = useMemo(() => parseActivityFilters(new URLSearchParams(params)), [params]);
  const change = useCallback((next: ActivityFilters, { replace = false } = {}) => {
    const href = activityHref(next);
    if (replace) window.history.replaceState(null, "", href);
    else window.history.pushState(null, "", href);
  }, []);
  return { filters, change };
}
