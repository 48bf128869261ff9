"use client";

import { type MouseEvent, type PointerEvent, useCallback, useEffect, useRef } from "react";

const LONG_MS = 500;
/** A finger that goes further scrolls, in px. */
const SLACK = 10;

type Press = { timer: ReturnType<typeof setTimeout>; x: number; y: number };

/** Calls `act` with what a finger rests on for half a second; the tap that ends it does nothing. */
export function useLongPress(act: (target: Element) => void) {
  const press = useRef<Press | null>(null);
  const isSpent = useRef(false);
  const end = useCallback(() => {
    if (press.current) clearTimeout(press.current.timer);
    press.current = null;
  }, []);
  useEffect(() => end, [end]);
  return {
    onPointerDown: (event: PointerEvent) => {
      end();
      isSpent.current = false;
      const { target } = event;
      if (event.pointerType !== "touch" || !(target instanceof Element)) return;
      const timer = setTimeout(() => {
        press.current = null;
        isSpent.current = true;
        act(target);
      }, LONG_MS);
      press.current = { timer, x: event.clientX, y: event.clientY };
    },
    onPointerMove: ({ clientX, clientY }: PointerEvent) => {
      const from = press.current;
      if (from && Math.hypot(clientX - from.x, clientY - from.y) > SLACK) end();
    },
    onPointerUp: end,
    onPointerCancel: end,
    onContextMenu: (event: MouseEvent) => {
      if (press.current || isSpent.current) event.preventDefault();
    },
    onClickCapture: (event: MouseEvent) => {
      if (!isSpent.current) return;
      isSpent.current = false;
      event.preventDefault();
      event.stopPropagation();
    },
  };
}
