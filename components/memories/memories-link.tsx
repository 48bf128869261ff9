"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
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
  const isMounted = isUnderMemories(usePathname()) && isUnderMemories(props.href);
  return (
    <Link
      {...props}
      replace={replace}
      prefetch={isMounted ? false : null}
      onNavigate={(event) => {
        if (!isMounted) return;
        event.preventDefault();
        goTo(props.href, { replace });
      }}
    />
  );
}
