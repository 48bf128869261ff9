"use client";

import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";

type OptionProps = {
  /** The radiogroup's name, unique on the page. */
  group: string;
  label: string;
  isChosen: boolean;
  onChoose: () => void;
  /** What this choice stands for; the radio is described by it. */
  children: ReactNode;
  describedById: string;
  className?: string;
};

/** One of the states a field can take, with what it says. */
export function Option({
  group,
  label,
  isChosen,
  onChoose,
  children,
  describedById,
  className,
}: OptionProps) {
  return (
    <div
      className={cn(
        "flex min-w-0 flex-col overflow-hidden rounded-card border",
        isChosen ? "border-accent" : "border-line",
        className,
      )}
    >
      <label
        className={cn(
          "flex min-h-9 cursor-pointer items-center gap-2.5 px-3 font-medium text-note pointer-coarse:min-h-11",
          isChosen ? "bg-accent-soft text-ink" : "bg-rail text-ink-2 hover:text-ink",
        )}
      >
        <input
          type="radio"
          name={group}
          checked={isChosen}
          onChange={onChoose}
          aria-describedby={describedById}
          className="size-4 shrink-0 accent-accent"
        />
        {label}
      </label>
      <div id={describedById} className="min-w-0 grow px-3 py-2.5 text-note">
        {children}
      </div>
    </div>
  );
}
