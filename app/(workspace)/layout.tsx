import type { ReactNode } from "react";
import { WorkspaceShell } from "@/components/shell/workspace-shell";
import { requirePageUserId } from "@/lib/auth/page-session";
import { usesSandbox } from "@/lib/env";

export default async function WorkspaceLayout({ children }: { children: ReactNode }) {
  await requirePageUserId();
  return <WorkspaceShell sandbox={usesSandbox()}>{children}</WorkspaceShell>;
}
