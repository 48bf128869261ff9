"use client";

import { useCallback, useLayoutEffect, useRef, useState } from "react";

/**
 * Which row Enter would take. Typing selects the first one; rows that come later leave the choice
 * as it is, unless the chosen one went.
 */
export function useSelectedRow() {
  const [value, setValue] = useState("");
  const lastTyped = useRef<string | null>(null);
  const onRows = useCallback((typed: string, rows: readonly string[]) => {
    const isNew = lastTyped.current !== typed;
    lastTyped.current = typed;
    setValue((now) => (!isNew && rows.includes(now) ? now : (rows[0] ?? "")));
  }, []);
  return { value, setValue, onRows };
}

type OnRows = (typed: string, rows: readonly string[]) => void;

/** Tells what is shown for `typed`, by the values of the rows from the top. */
export function useTellRows(onRows: OnRows, typed: string, rows: readonly string[]): void {
  useLayoutEffect(() => onRows(typed, rows), [onRows, typed, rows]);
}
