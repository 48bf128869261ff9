"use client";

import Link from "next/link";
import type { ComponentProps } from "react";
import { isUnderMemories } from "./memory-route";
import { goTo } from "./use-memory-route";

type MemoriesLinkProps = Omit<ComponentProps<typeof Link>, "href" | "onNavigate" | "prefetch"> & {
  href: string;
};

/**
 * A link of the workspace. From one address under /memories to another it changes the address only,
 * since the list is mounted already; else it is an ordinary link. New tabs and modified clicks are
 * the browser's.
 */
export function MemoriesLink({ replace, ...props }: MemoriesLinkProps) {
  return (
    <Link
      {...props}
      replace={replace}
      prefetch={false}
      onNavigate={(event) => {
        // Asked of the browser when it matters: a list of a thousand links need not follow the
        // address all the time.
        const isMounted = isUnderMemories(window.location.pathname);
        if (!isMounted || !isUnderMemories(props.href)) return;
        event.preventDefault();
        goTo(props.href, { replace });
      }}
    />
  );
}
