import type { ReactNode } from "react";

/** The one column of a page that is read from top to bottom, clear of the bar at a phone's foot. */
export function Column({ children }: { children: ReactNode }) {
  return (
    <div className="mx-auto max-w-3xl px-[18px] pt-6 pb-[calc(6rem+var(--dock-over))] md:px-12 md:pt-10">
      {children}
    </div>
  );
}
