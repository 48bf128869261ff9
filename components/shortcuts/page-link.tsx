"use client";

import { useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { MemoriesLink } from "@/components/memories/memories-link";

let follow: ((href: string) => void) | null = null;

/**
 * Goes to a page of the workspace as a click on a link does, so that whoever guards unsaved words
 * is asked as for any other link.
 */
export function goToPage(href: string): void {
  follow?.(href);
}

/** The link that `goToPage` clicks. Nobody sees it or comes across it. */
export function PageLink() {
  const link = useRef<HTMLAnchorElement>(null);
  const [href, setHref] = useState("/memories");
  useEffect(() => {
    follow = (to) => {
      flushSync(() => setHref(to));
      link.current?.click();
    };
    return () => {
      follow = null;
    };
  }, []);
  return <MemoriesLink ref={link} href={href} hidden tabIndex={-1} aria-hidden="true" />;
}
