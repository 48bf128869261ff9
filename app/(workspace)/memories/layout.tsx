import { type ReactNode, Suspense } from "react";
import { MemoriesView } from "@/components/memories/memories-view";

/**
 * List and pane live here, above the pages, so that they stay mounted from one memory to the next;
 * they read the address themselves. The pages below make the addresses real and give them a title.
 */
export default function MemoriesLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <Suspense>
        <MemoriesView />
      </Suspense>
      {children}
    </>
  );
}
