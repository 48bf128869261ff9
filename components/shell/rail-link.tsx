"use client";

import type { ReactNode } from "react";
import { MemoriesLink } from "@/components/memories/memories-link";
import { cn } from "@/components/ui/cn";
import { RailTooltip } from "./rail-tooltip";

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

type RailLinkProps = {
  href: string;
  isCurrent: boolean;
  icon: ReactNode;
  /** At the end of the line: how many there are. */
  count?: ReactNode;
  /** The whole name, where the words of the rail are only its beginning. */
  fullName?: ReactNode;
  children: ReactNode;
};

export function RailLink({ href, isCurrent, icon, count, fullName, children }: RailLinkProps) {
  return (
    <RailTooltip content={fullName ?? children} isMore={fullName !== undefined}>
      <MemoriesLink
        href={href}
        aria-current={isCurrent ? "page" : undefined}
        className={railItem(isCurrent)}
      >
        {icon}
        <span className={cn(railLabel, "grow")}>{children}</span>
        {count !== undefined && <span className="max-[1099px]:sr-only">{count}</span>}
      </MemoriesLink>
    </RailTooltip>
  );
}
