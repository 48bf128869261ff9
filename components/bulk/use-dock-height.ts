"use client";

import { type RefObject, useLayoutEffect } from "react";

/** Tells the page (`--dock` on the root) how high the panel at its bottom is, for what floats there. */
export function useDockHeight(panel: RefObject<HTMLElement | null>, isShown: boolean): void {
  useLayoutEffect(() => {
    const element = panel.current;
    if (!isShown || !element) return;
    const { style } = document.documentElement;
    const observer = new ResizeObserver(() => {
      style.setProperty("--dock", `${element.offsetHeight}px`);
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
      style.removeProperty("--dock");
    };
  }, [panel, isShown]);
}
