"use client";

import { Command } from "cmdk";
import type { ReactNode } from "react";

type PaletteRowProps = {
  /** Names the row among all others. */
  value: string;
  icon: ReactNode;
  onSelect: () => void;
  /** A shortcut, a count: at the end of the row. */
  end?: ReactNode;
  children: ReactNode;
};

/** One thing to choose. */
export function PaletteRow({ value, icon, onSelect, end, children }: PaletteRowProps) {
  return (
    <Command.Item
      value={value}
      onSelect={onSelect}
      className="flex min-h-10 cursor-pointer scroll-my-9 items-center gap-3 rounded-button px-3 py-1.5 text-ink-2 text-ui data-[selected=true]:bg-accent-soft data-[selected=true]:text-ink pointer-coarse:min-h-11 forced-colors:data-[selected=true]:outline-2"
    >
      <span
        aria-hidden="true"
        className="grid size-4 shrink-0 place-items-center text-ink-3 [&_svg]:size-4"
      >
        {icon}
      </span>
      <span className="min-w-0 grow">{children}</span>
      {end !== undefined && <span className="shrink-0 text-ink-3 text-small">{end}</span>}
    </Command.Item>
  );
}

/** Rows under a heading. */
export function PaletteGroup({ heading, children }: { heading: string; children: ReactNode }) {
  return (
    <Command.Group
      heading={heading}
      className="px-2 pb-2 [&_[cmdk-group-heading]]:px-3 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1.5 [&_[cmdk-group-heading]]:text-ink-3 [&_[cmdk-group-heading]]:text-small"
    >
      {children}
    </Command.Group>
  );
}
