"use client";

import { useLayoutEffect, useRef, useState } from "react";
import { byName, type Counted } from "./narrowed";

/**
 * A list by count, the most first; by name while the counts still grow. Nothing changes places
 * under a pointer or beside the focus: `ref` is the element that must be left alone first.
 */
export function useSettledOrder(list: readonly Counted[], isExact: boolean) {
  const ref = useRef<HTMLUListElement>(null);
  const [order, setOrder] = useState<ReadonlyMap<string, number> | null>(null);
  const wanted = isExact
    ? list.toSorted((a, b) => b[1] - a[1] || byName(a, b)).map(([name]) => name)
    : null;
  const key = wanted === null ? null : wanted.join("\0");

  useLayoutEffect(() => {
    if (key === null) return;
    const settle = () => {
      if (isAttended(ref.current)) return;
      setOrder(new Map(key.split("\0").map((name, place) => [name, place])));
    };
    settle();
    const element = ref.current;
    // Once the pointer and the focus are elsewhere.
    const later = () => setTimeout(settle);
    element?.addEventListener("pointerleave", later);
    element?.addEventListener("focusout", later);
    return () => {
      element?.removeEventListener("pointerleave", later);
      element?.removeEventListener("focusout", later);
    };
  }, [key]);

  const placeOf = (name: string) => order?.get(name) ?? Number.POSITIVE_INFINITY;
  const sorted = list.toSorted((a, b) => {
    const [one, other] = [placeOf(a[0]), placeOf(b[0])];
    return one === other ? byName(a, b) : one - other;
  });
  return { ref, sorted };
}

function isAttended(element: HTMLElement | null): boolean {
  if (!element) return false;
  return element.matches(":hover") || element.contains(document.activeElement);
}
