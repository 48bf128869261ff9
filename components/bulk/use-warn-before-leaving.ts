"use client";

import { useEffect } from "react";
import { isWorkAbandoned } from "@/lib/client/unsaved-work";

/** While `isOn`, closing the tab or loading another page asks first. The browser has the words. */
export function useWarnBeforeLeaving(isOn: boolean): void {
  useEffect(() => {
    if (!isOn) return;
    const onLeave = (event: BeforeUnloadEvent) => {
      if (!isWorkAbandoned()) event.preventDefault();
    };
    window.addEventListener("beforeunload", onLeave);
    return () => window.removeEventListener("beforeunload", onLeave);
  }, [isOn]);
}
