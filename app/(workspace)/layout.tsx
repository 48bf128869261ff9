import type { ReactNode } from "react";
import { TabOf } from "@/components/shell/tab-of";
import { WorkspaceShell } from "@/components/shell/workspace-shell";
import { personMark, requirePageUserId } from "@/lib/auth/page-session";
import { usesSandbox } from "@/lib/env";
import { storedStatus } from "@/lib/services/connection/connection";

export default async function WorkspaceLayout({ children }: { children: ReactNode }) {
  const userId = await requirePageUserId();
  const connected = (await storedStatus(userId)) === "approved";
  return (
    <TabOf person={personMark(userId)}>
      <WorkspaceShell sandbox={usesSandbox()} connected={connected}>
        {children}
      </WorkspaceShell>
    </TabOf>
  );
}
