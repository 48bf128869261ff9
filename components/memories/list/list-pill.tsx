import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";

type ListPillProps = { children: ReactNode; className?: string };

/** Floats over the beginning of the list, wherever that stands, and takes no room in it. */
export function ListPill({ children, className }: ListPillProps) {
  return (
    <div className="pointer-events-none sticky top-3 z-20 grid h-0 justify-items-center px-4">
      <div
        className={cn(
          "flex h-8 max-w-full animate-appear items-center gap-2 rounded-full border border-line bg-raised px-3 text-ink-2 text-note shadow-float pointer-coarse:h-11",
          className,
        )}
      >
        {children}
      </div>
    </div>
  );
}
