import type { ReactNode } from "react";
import { cn } from "./cn";

interface EmptyStateProps {
  icon?: ReactNode;
  title: string;
  children?: ReactNode;
  actions?: ReactNode;
  className?: string;
}

/** What stands where there is nothing (yet): why, and the next step. */
export function EmptyState({ icon, title, children, actions, className }: EmptyStateProps) {
  return (
    <div
      className={cn("mx-auto grid max-w-sm justify-items-center px-6 py-16 text-center", className)}
    >
      {icon !== undefined && (
        <span aria-hidden="true" className="mb-4 text-ink-3 [&_svg]:size-6">
          {icon}
        </span>
      )}
      <h2 className="text-ink text-section-title">{title}</h2>
      {children !== undefined && <div className="mt-1.5 text-ink-2 text-ui">{children}</div>}
      {actions !== undefined && (
        <div className="mt-5 flex flex-wrap justify-center gap-2">{actions}</div>
      )}
    </div>
  );
}
