"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ComponentProps } from "react";
import { goTo } from "./use-memory-route";

type MemoriesLinkProps = Omit<ComponentProps<typeof Link>, "href" | "onNavigate" | "prefetch"> & {
  href: string;
};

/**
 * A link to an address under /memories. Where the list is mounted already it changes the address
 * only; from other pages it is an ordinary link. New tabs and modified clicks are the browser's.
 */
export function MemoriesLink({ replace, ...props }: MemoriesLinkProps) {
  const isMounted = usePathname().startsWith("/memories");
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
