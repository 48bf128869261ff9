import type { ReactNode } from "react";
import { JobPanel } from "@/components/bulk/job-panel";
import { Palette } from "@/components/palette/palette";
import { Shortcuts } from "@/components/shortcuts/shortcuts";
import { ReachabilityBanner } from "@/components/states/reachability-banner";
import { OpenChangesBar } from "@/components/tag-page/open-changes";
import { DeletionHost } from "@/components/trash/deletion-host";
import { Rail } from "./rail";
import { SandboxStrip } from "./sandbox-notice";
import { SkipLink } from "./skip-link";
import { TabBar } from "./tab-bar";

type WorkspaceShellProps = {
  /** Memoram may be asked for this person's tags. */
  connected: boolean;
  /** These are the sandbox's memories, not the person's own. */
  sandbox: boolean;
  children: ReactNode;
};

/**
 * What surrounds every page of a signed-in person: the rail beside it, or on a phone the tab bar
 * below. The page scrolls inside `main`, so that both stay in place.
 *
 * No Suspense boundary stands between here and the list on purpose: parts that hydrate one after
 * the other share a query cache, and the later one would find answers that the server did not have.
 */
export function WorkspaceShell({ connected, sandbox, children }: WorkspaceShellProps) {
  return (
    <div className="flex h-dvh flex-col md:flex-row">
      <SkipLink />
      <Rail sandbox={sandbox} connected={connected} />
      {sandbox && <SandboxStrip />}
      <div className="flex min-h-0 min-w-0 grow flex-col">
        <ReachabilityBanner />
        {connected && <OpenChangesBar />}
        <main id="main" tabIndex={-1} className="min-h-0 grow overflow-y-auto outline-none">
          {children}
        </main>
      </div>
      <JobPanel />
      <DeletionHost />
      <TabBar />
      <Shortcuts />
      <Palette connected={connected} />
    </div>
  );
}
