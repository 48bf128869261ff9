"use client";

import { Direction } from "radix-ui";
import type { ReactElement, ReactNode } from "react";
import { Tooltip } from "@/components/ui/tooltip";

type RailTooltipProps = {
  content: ReactNode;
  /** It says more than the words of the rail, and so also where those are shown. */
  isMore?: boolean;
  children: ReactElement;
};

/** The words of an icon, where the rail is icons. */
export function RailTooltip({ content, isMore = false, children }: RailTooltipProps) {
  const side = Direction.useDirection() === "rtl" ? "left" : "right";
  return (
    <Tooltip
      content={content}
      side={side}
      repeatsName
      className={isMore ? undefined : "min-[1100px]:hidden"}
    >
      {children}
    </Tooltip>
  );
}
