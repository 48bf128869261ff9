"use client";

import type { ReactNode } from "react";
import { MemoriesLink } from "@/components/memories/memories-link";
import { cn } from "@/components/ui/cn";

export const railIcon = "size-4 shrink-0";
/** Words of the rail: for screen readers only where the rail is icons. */
export const railLabel = "max-[1099px]:sr-only min-w-0 truncate";

export function railItem(isCurrent: boolean) {
  return cn(
    "touch-target flex h-[34px] w-full shrink-0 items-center gap-2.5 rounded-button text-start text-ui",
    "max-[1099px]:justify-center min-[1100px]:px-2",
    isCurrent
      ? "bg-accent-soft font-medium text-ink"
      : "text-ink-2 transition-colors hover:bg-hover hover:text-ink",
  );
}

type RailLinkProps = { href: string; isCurrent: boolean; icon: ReactNode; children: ReactNode };

export function RailLink({ href, isCurrent, icon, children }: RailLinkProps) {
  return (
    <MemoriesLink
      href={href}
      aria-current={isCurrent ? "page" : undefined}
      className={railItem(isCurrent)}
    >
      {icon}
      <span className={railLabel}>{children}</span>
    </MemoriesLink>
  );
}
