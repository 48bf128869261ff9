"use client";

import { History, Library, Plus, Settings } from "lucide-react";
import { usePathname } from "next/navigation";
import { useTranslations } from "use-intl";
import { MemoriesButton } from "@/components/memories/memories-button";
import { MemoriesLink } from "@/components/memories/memories-link";
import { isUnderMemories } from "@/components/memories/memory-route";
import { useMemoryRoute } from "@/components/memories/use-memory-route";
import { Wordmark } from "@/components/ui/wordmark";
import { RailLink, railIcon, railLabel } from "./rail-link";
import { RailPalette } from "./rail-palette";
import { RailTags } from "./rail-tags";
import { RailViews } from "./rail-views";
import { SandboxNotice } from "./sandbox-notice";
import { SignOut } from "./sign-out";

/** The way through the workspace. Between a phone and a desk only its icons are left. */
type RailProps = { sandbox: boolean; connected: boolean };

export function Rail({ sandbox, connected }: RailProps) {
  const common = useTranslations("common");
  const views = useTranslations("filters.view");
  const activity = useTranslations("activity");
  const pathname = usePathname();
  const { filters } = useMemoryRoute();
  const isMemories = isUnderMemories(pathname);
  return (
    <nav
      aria-label="Keepsake"
      className="flex min-h-0 w-16 shrink-0 flex-col border-line border-e bg-rail px-2 py-4 max-md:hidden min-[1100px]:w-62 min-[1100px]:px-3.5"
    >
      <MemoriesLink
        href="/memories"
        className="mb-3.5 flex h-8 shrink-0 items-center rounded-button max-[1099px]:mx-auto max-[1099px]:w-[22px] max-[1099px]:overflow-hidden min-[1100px]:ps-2"
      >
        <Wordmark />
      </MemoriesLink>
      <MemoriesButton
        href="/memories/new"
        variant="primary"
        kbd="n"
        className="mb-3.5 max-[1099px]:px-0 min-[1100px]:mx-1 min-[1100px]:justify-start max-[1099px]:[&_kbd]:hidden"
      >
        <Plus aria-hidden="true" />
        <span className={railLabel}>{common("newMemory")}</span>
      </MemoriesButton>
      <RailPalette />
      {/* Together, so that nothing is out of reach on a low screen. */}
      <div className="-mx-1 min-h-0 grow overflow-y-auto overscroll-contain px-1 pb-2">
        {!connected && (
          <RailLink
            href="/memories"
            isCurrent={isMemories}
            icon={<Library aria-hidden="true" className={railIcon} />}
          >
            {views("all")}
          </RailLink>
        )}
        {connected && (
          <>
            <RailViews
              current={isMemories ? filters.view : null}
              isTrash={pathname === "/trash"}
              sort={filters.sort}
            />
            {/* As icons they would be dots: there the panel of filters has them. */}
            <div className="mt-5 max-[1099px]:hidden">
              <RailTags
                filters={filters}
                isList={isMemories}
                isManaging={pathname.startsWith("/tags")}
              />
            </div>
          </>
        )}
      </div>
      <div className="grid shrink-0 gap-0.5 pt-3">
        <RailLink
          href="/activity"
          isCurrent={pathname === "/activity"}
          icon={<History aria-hidden="true" className={railIcon} />}
        >
          {activity("title")}
        </RailLink>
        <RailLink
          href="/settings"
          isCurrent={pathname.startsWith("/settings")}
          icon={<Settings aria-hidden="true" className={railIcon} />}
        >
          {common("settings")}
        </RailLink>
        <SignOut />
        {sandbox && <SandboxNotice />}
      </div>
    </nav>
  );
}
