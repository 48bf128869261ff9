"use client";

import type { ComponentProps, MouseEvent } from "react";
import { goTo } from "@/components/memories/use-memory-route";

type RowLinkProps = Omit<ComponentProps<"a">, "href" | "onClick"> & { href: string };

/**
 * `MemoriesLink` for the rows of the list, which are only ever shown under /memories: a dozen of
 * them appear in one frame, and a link of Next's costs as much as the rest of the row. New tabs and
 * modified clicks are the browser's.
 */
export function RowLink({ href, children, ...props }: RowLinkProps) {
  return (
    <a {...props} href={href} onClick={(event) => follow(event, href)}>
      {children}
    </a>
  );
}

function follow(event: MouseEvent, href: string): void {
  const { button, metaKey, ctrlKey, shiftKey, altKey } = event;
  if (event.defaultPrevented || button !== 0 || metaKey || ctrlKey || shiftKey || altKey) return;
  event.preventDefault();
  goTo(href);
}
