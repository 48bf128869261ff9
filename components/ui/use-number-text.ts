"use client";

import { useCallback } from "react";
import { useFormatter } from "use-intl";

/** Writes a number as the page's language does, with every digit that it has ("0,125"). */
export function useNumberText(): (value: number) => string {
  const format = useFormatter();
  return useCallback((value) => format.number(value, { maximumFractionDigits: 20 }), [format]);
}
