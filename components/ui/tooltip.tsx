"use client";

import { Tooltip as Radix } from "radix-ui";
import type { ReactElement, ReactNode } from "react";
import { cn } from "./cn";

interface TooltipProps {
  content: ReactNode;
  side?: "top" | "bottom" | "left" | "right";
  /** One element that takes focus and a ref. */
  children: ReactElement;
  /** Leave the description away where it would only repeat the element's name. */
  repeatsName?: boolean;
  className?: string;
}

/** A word or two on hover and on focus; never the only place where something is said. */
export function Tooltip({
  content,
  side = "bottom",
  children,
  repeatsName = false,
  className,
}: TooltipProps) {
  return (
    <Radix.Provider delayDuration={450}>
      <Radix.Root>
        <Radix.Trigger asChild {...(repeatsName ? { "aria-describedby": undefined } : {})}>
          {children}
        </Radix.Trigger>
        <Radix.Portal>
          <Radix.Content
            side={side}
            sideOffset={6}
            collisionPadding={8}
            className={cn(
              "z-50 animate-appear rounded-small bg-ink px-2 py-1 text-paper text-small shadow-float",
              className,
            )}
          >
            {content}
          </Radix.Content>
        </Radix.Portal>
      </Radix.Root>
    </Radix.Provider>
  );
}
