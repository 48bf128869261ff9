"use client";

import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Popover } from "@/components/ui/popover";

type BulkPopoverProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  icon: ReactNode;
  /** The button's words. */
  label: string;
  shortcut?: string;
  /** What it will do and to how many, above what can be chosen. */
  title: string;
  /** Drawn anew each time it opens. */
  children: ReactNode;
};

/** A button of the selection bar, and what it opens. */
export function BulkPopover({
  icon,
  label,
  shortcut,
  title,
  children,
  ...state
}: BulkPopoverProps) {
  return (
    <Popover
      {...state}
      label={title}
      trigger={
        <Button size="sm" aria-keyshortcuts={shortcut} className="px-2">
          <span aria-hidden="true" className="contents @max-[28rem]/bar:hidden">
            {icon}
          </span>
          {label}
        </Button>
      }
    >
      <h2 className="font-medium text-ink text-ui">{title}</h2>
      {children}
    </Popover>
  );
}
