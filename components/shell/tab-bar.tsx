"use client";

import { Library, Plus, Search, Settings, Tag as TagIcon, Trash2 } from "lucide-react";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useIsSelecting } from "@/components/memories/list/use-selecting";
import { MemoriesButton } from "@/components/memories/memories-button";
import { MemoriesLink } from "@/components/memories/memories-link";
import { isUnderMemories, newHref } from "@/components/memories/memory-route";
import { useMemoryRoute } from "@/components/memories/use-memory-route";
import { PaletteButton } from "@/components/palette/palette-button";
import { cn } from "@/components/ui/cn";

/** A phone's way between pages. A memory that is read or edited has the whole screen. */
export function TabBar() {
  const t = useTranslations("shell");
  const views = useTranslations("filters.view");
  const isSelecting = useIsSelecting();
  const common = useTranslations("common");
  const palette = useTranslations("palette");
  const pathname = usePathname();
  const { view, filters } = useMemoryRoute();
  const isMemories = isUnderMemories(pathname);
  if (isMemories && view.kind !== "list") return null;
  return (
    <nav
      aria-label="Keepsake"
      className="relative z-10 flex border-line border-t bg-rail pb-[env(safe-area-inset-bottom)] md:hidden"
    >
      {isMemories && !isSelecting && (
        <MemoriesButton
          href={newHref(filters)}
          variant="primary"
          aria-label={common("newMemory")}
          className="absolute end-[18px] bottom-[calc(100%+18px+var(--dock,0px))] size-[52px] rounded-[16px] px-0 shadow-float"
        >
          <Plus aria-hidden="true" className="size-5" />
        </MemoriesButton>
      )}
      <Tab href="/memories" isCurrent={isMemories} icon={<Library aria-hidden="true" />}>
        {t("memories")}
      </Tab>
      <Tab
        href="/tags"
        isCurrent={pathname.startsWith("/tags")}
        icon={<TagIcon aria-hidden="true" />}
      >
        {common("tags")}
      </Tab>
      <Tab href="/trash" isCurrent={pathname === "/trash"} icon={<Trash2 aria-hidden="true" />}>
        {views("trash")}
      </Tab>
      <PaletteButton className={tabClass(false)}>
        <Search aria-hidden="true" />
        {palette("openShort")}
      </PaletteButton>
      <Tab
        href="/settings"
        isCurrent={pathname.startsWith("/settings")}
        icon={<Settings aria-hidden="true" />}
      >
        {common("settings")}
      </Tab>
    </nav>
  );
}

/** Longer words get more of the width: German ones would touch each other in fifths of it. */
const tabClass = (isCurrent: boolean) =>
  cn(
    "grid h-[65px] min-w-11 flex-auto content-center justify-items-center gap-1.5 px-0.5 text-micro max-[22.5rem]:text-[0.625rem] [&_svg]:size-4",
    isCurrent ? "font-medium text-accent" : "text-ink-3",
  );

type TabProps = { href: string; isCurrent: boolean; icon: ReactNode; children: ReactNode };

function Tab({ href, isCurrent, icon, children }: TabProps) {
  return (
    <MemoriesLink
      href={href}
      aria-current={isCurrent ? "page" : undefined}
      className={tabClass(isCurrent)}
    >
      {icon}
      {children}
    </MemoriesLink>
  );
}
