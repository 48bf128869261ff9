import type { ReactNode } from "react";
import { WorkspaceShell } from "@/components/shell/workspace-shell";
import { requirePageUserId } from "@/lib/auth/page-session";
import { usesSandbox } from "@/lib/env";
import { storedStatus } from "@/lib/services/connection/connection";

export default async function WorkspaceLayout({ children }: { children: ReactNode }) {
  const userId = await requirePageUserId();
  const connected = (await storedStatus(userId)) === "approved";
  return (
    <WorkspaceShell sandbox={usesSandbox()} connected={connected}>
      {children}
    </WorkspaceShell>
  );
}
