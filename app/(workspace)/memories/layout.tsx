import type { ReactNode } from "react";
import { MemoriesView } from "@/components/memories/memories-view";
import { requireConnectedPage } from "@/lib/auth/page-session";

/**
 * List and pane live here, above the pages, so that they stay mounted from one memory to the next;
 * they read the address themselves. The pages below make the addresses real and give them a title.
 */
export default async function MemoriesLayout({ children }: { children: ReactNode }) {
  await requireConnectedPage();
  return (
    <>
      <MemoriesView />
      {children}
    </>
  );
}
