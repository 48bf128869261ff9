import type { ComponentProps } from "react";
import { Notice } from "@/components/ui/notice";

/**
 * A remark between the toolbar and what is written, where it is in sight however far the pane is
 * scrolled. Wide as the column below it.
 */
export function PaneNotice(props: ComponentProps<typeof Notice>) {
  return (
    <div className="max-h-[40dvh] shrink-0 overflow-y-auto border-line border-b px-[18px] py-3 md:px-8 xl:px-16">
      <Notice {...props} className="mx-auto max-w-[41rem]" />
    </div>
  );
}
