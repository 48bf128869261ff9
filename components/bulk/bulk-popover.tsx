"use client";

import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";
import { Popover } from "@/components/ui/popover";

type BulkPopoverProps = {
  icon: ReactNode;
  /** The button's words. */
  label: string;
  /** What it will do and to how many, above what can be chosen. */
  title: string;
  shortcut?: string | undefined;
  /** Drawn anew each time it opens; `close` is for when it has begun. */
  children: (close: () => void) => ReactNode;
};

/** A button of the selection bar, and what it opens. */
export function BulkPopover({ icon, label, title, shortcut, children }: BulkPopoverProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Popover
      open={isOpen}
      onOpenChange={setOpen}
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
      {children(() => setOpen(false))}
    </Popover>
  );
}
