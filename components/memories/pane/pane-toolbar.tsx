"use client";

import { ArrowLeft } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { MemoriesLink } from "@/components/memories/memories-link";
import { listHref } from "@/components/memories/memory-route";
import type { MemoryFilters } from "@/lib/client/filters/memory-filters";

/** The line above the pane, as tall as what stands above the list is at least. */
export function PaneToolbar({ children }: { children: ReactNode }) {
  return (
    <div className="@container/toolbar shrink-0 border-line border-b pt-[env(safe-area-inset-top)]">
      <div className="flex h-[63px] items-center gap-1 px-2 md:px-3.5 xl:px-[22px]">{children}</div>
    </div>
  );
}

/** Back to the list, where the pane covers it. */
export function BackToList({ filters }: { filters: MemoryFilters }) {
  const t = useTranslations("pane");
  return (
    <MemoriesLink
      href={listHref(filters)}
      aria-label={t("backToList")}
      className="touch-target grid size-9 place-items-center rounded-button text-ink-2 hover:bg-hover md:hidden"
    >
      <ArrowLeft aria-hidden="true" className="size-5 rtl:rotate-180" />
    </MemoriesLink>
  );
}
