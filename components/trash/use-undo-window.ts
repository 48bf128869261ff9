"use client";

import { useEffect, useRef, useState } from "react";

/** How long a deletion can be undone where it was said, in milliseconds. */
export const UNDO_MS = 10_000;

/**
 * True for ten seconds in all, not counting the time in which the pointer or focus rests on the
 * element that `holdProps` are spread on, or in which nobody can see the tab. `isOn` starts it anew.
 */
export function useUndoWindow(isOn: boolean, onOver?: () => void) {
  const [isOpen, setOpen] = useState(true);
  const [isHovered, setHovered] = useState(false);
  const [isFocused, setFocused] = useState(false);
  const isHidden = useIsHidden();
  const left = useRef(UNDO_MS);
  const over = useRef(onOver);
  useEffect(() => {
    over.current = onOver;
  });
  useEffect(() => {
    if (!isOn) return;
    left.current = UNDO_MS;
    setOpen(true);
  }, [isOn]);
  const runs = isOn && isOpen && !isHovered && !isFocused && !isHidden;
  useEffect(() => {
    if (!runs) return;
    const since = performance.now();
    const timer = setTimeout(() => {
      setOpen(false);
      over.current?.();
    }, left.current);
    return () => {
      clearTimeout(timer);
      left.current = Math.max(0, left.current - (performance.now() - since));
    };
  }, [runs]);
  return {
    isOpen: isOn && isOpen,
    holdProps: {
      onPointerEnter: () => setHovered(true),
      onPointerLeave: () => setHovered(false),
      onFocus: () => setFocused(true),
      onBlur: () => setFocused(false),
    },
  };
}

function useIsHidden(): boolean {
  const [isHidden, setHidden] = useState(false);
  useEffect(() => {
    const follow = () => setHidden(document.hidden);
    follow();
    document.addEventListener("visibilitychange", follow);
    return () => document.removeEventListener("visibilitychange", follow);
  }, []);
  return isHidden;
}
