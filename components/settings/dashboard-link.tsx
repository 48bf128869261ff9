import type { ReactNode } from "react";

/** Within a sentence: the way to Memoram's own dashboard, where requests are decided. */
export function DashboardLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a
      href={href}
      target="_blank"
      rel="noopener"
      className="text-accent underline underline-offset-2"
    >
      {children}
    </a>
  );
}
