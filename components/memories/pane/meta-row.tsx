import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";

type MetaRowProps = {
  /** The row's name; a `label` where the row is a field. */
  term: ReactNode;
  children: ReactNode;
  /** Names the row as one that can be edited. */
  field?: string;
  className?: string;
};

/** One line of what is known about a memory: its name, and beside it the value. */
export function MetaRow({ term, children, field, className }: MetaRowProps) {
  return (
    <div
      data-field={field}
      className={cn("group/spot relative col-span-2 grid grid-cols-subgrid items-start", className)}
    >
      <dt className="pe-4 text-ink-3">{term}</dt>
      <dd className="min-w-0 text-ink">{children}</dd>
    </div>
  );
}
