import type { ReactNode } from "react";
import { HomeLink } from "./home-link";

interface StageProps {
  title: ReactNode;
  /** One or two sentences under the title. */
  lead?: ReactNode;
  children?: ReactNode;
}

/** A page outside the workspace: one column, the wordmark leading home, a title, what it is about. */
export function Stage({ title, lead, children }: StageProps) {
  return (
    <main className="mx-auto min-h-dvh max-w-[640px] px-6 pt-[53px] pb-16">
      <HomeLink />
      <h1 className="mt-8 text-stage-title">{title}</h1>
      {lead !== undefined && <div className="mt-[7px] text-ink-2 text-sublead">{lead}</div>}
      {children}
    </main>
  );
}
