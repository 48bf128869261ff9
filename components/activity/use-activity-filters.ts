"use client";

import { useSearchParams } from "next/navigation";
import { useCallback, useMemo, useState } from "react";
import {
  type ActivityFilters,
  activityHref,
  parseActivityFilters,
} from "@/lib/client/activity-filters";

/** The filters are the address: Back leads to those before, and a link carries them. */
export function useActivityFilters() {
  const params = useSearchParams();
  const inAddress = useMemo(() => parseActivityFilters(new URLSearchParams(params)), [params]);
  // Next follows the address in a transition of its own, while what was pressed has to show at once.
  const [ahead, setAhead] = useState({ of: params, filters: inAddress });
  const filters = ahead.of === params ? ahead.filters : inAddress;
  const change = useCallback(
    (next: ActivityFilters, { replace = false } = {}) => {
      setAhead({ of: params, filters: next });
      const href = activityHref(next);
      if (replace) window.history.replaceState(null, "", href);
      else window.history.pushState(null, "", href);
    },
    [params],
  );
  return { filters, change };
}
