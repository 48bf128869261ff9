"use client";

import { useCallback, useMemo, useState } from "react";
import type { TagRow } from "./tag-rows";

export type TagSelection = {
  /** In the order in which they were chosen. */
  names: readonly string[];
  has: (name: string) => boolean;
  toggle: (name: string) => void;
  /** Chooses all of these, or lets go of all of them. */
  set: (names: readonly string[], chosen: boolean) => void;
  clear: () => void;
};

/** The tags chosen for a merge. One that no memory carries any more is chosen no more. */
export function useTagSelection(rows: readonly TagRow[]): TagSelection {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const names = useMemo(() => {
    const present = new Set(rows.map(({ name }) => name));
    return [...chosen].filter((name) => present.has(name));
  }, [rows, chosen]);
  const toggle = useCallback((name: string) => {
    setChosen((now) => {
      const next = new Set(now);
      if (!next.delete(name)) next.add(name);
      return next;
    });
  }, []);
  const set = useCallback((changed: readonly string[], isChosen: boolean) => {
    setChosen((now) => {
      const next = new Set(now);
      for (const name of changed) {
        if (isChosen) next.add(name);
        else next.delete(name);
      }
      return next;
    });
  }, []);
  const clear = useCallback(() => setChosen(new Set()), []);
  return useMemo(() => {
    const present = new Set(names);
    return { names, has: (name) => present.has(name), toggle, set, clear };
  }, [names, toggle, set, clear]);
}
