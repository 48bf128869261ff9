import type { ReactNode } from "react";
import { WorkspaceShell } from "@/components/shell/workspace-shell";

export default async function WorkspaceLayout({ children }: { children: ReactNode }) {
  const sandbox = false;
  return <WorkspaceShell sandbox={sandbox}>{children}</WorkspaceShell>;
}
