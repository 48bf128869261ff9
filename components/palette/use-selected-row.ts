"use client";

import {
  type KeyboardEvent,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { isComposing } from "@/components/shortcuts/may-take-key";

/** `rows` are the values of what is shown for `typed`; `isSure` when its first will stay the first. */
export type OnRows = (typed: string, rows: readonly string[], isSure: boolean) => void;

/**
 * Which row Enter takes. Typing selects the first one; rows that come later leave the choice as it
 * is, unless the chosen one went. Who presses Enter before the rows are those of what is typed gets
 * the first of those, as soon as it is there, and never one that belongs to fewer letters.
 */
export function useSelectedRow(typed: string) {
  const [value, setValue] = useState("");
  const [sureOf, setSureOf] = useState<string | null>(null);
  const root = useRef<HTMLDivElement>(null);
  const lastTyped = useRef<string | null>(null);
  const awaited = useRef<string | null>(null);

  const onRows: OnRows = useCallback((shownFor, rows, isSure) => {
    const isNew = lastTyped.current !== shownFor;
    lastTyped.current = shownFor;
    setValue((now) => (!isNew && rows.includes(now) ? now : (rows[0] ?? "")));
    setSureOf(isSure ? shownFor : null);
  }, []);

  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent)) return;
    awaited.current = null;
    if (event.key !== "Enter" || sureOf === typed) return;
    event.preventDefault();
    awaited.current = typed;
  };

  useEffect(() => {
    if (awaited.current === null || awaited.current !== sureOf) return;
    awaited.current = null;
    const rows = root.current?.querySelectorAll<HTMLElement>("[cmdk-item]") ?? [];
    [...rows].find((row) => row.dataset.value === value)?.click();
  }, [sureOf, value]);

  return { value, setValue, onRows, root, onKeyDown };
}

/** Tells what is shown for `typed`, by the values of the rows from the top. */
export function useTellRows(
  onRows: OnRows,
  typed: string,
  rows: readonly string[],
  isSure: boolean,
): void {
  useLayoutEffect(() => onRows(typed, rows, isSure), [onRows, typed, rows, isSure]);
}
