"use client";

import { Pencil } from "lucide-react";
import { useTranslations } from "use-intl";
import { VersionsButton } from "@/components/memories/history/versions-button";
import { MemoriesButton } from "@/components/memories/memories-button";
import { editHref } from "@/components/memories/memory-route";
import { useCommand } from "@/components/shortcuts/use-command";
import type { MemoryFilters } from "@/lib/client/filters/memory-filters";
import type { MemoryVersion } from "@/lib/client/memories";
import { CopyButton } from "./copy-button";
import { DeleteMemory } from "./delete-memory";
import { useStartEditing } from "./use-start-editing";

type ReadingActionsProps = {
  version: MemoryVersion;
  filters: MemoryFilters;
  /** Editing was asked for and begins as soon as the newest version is here. */
  opening?: boolean;
};

export function ReadingActions({ version, filters, opening = false }: ReadingActionsProps) {
  const t = useTranslations("common");
  const { id, content } = version.memory;
  const startEditing = useStartEditing(id);
  useCommand("tags", opening ? null : () => startEditing("tags"));
  return (
    <div className="ms-auto flex items-center gap-1 xl:gap-1.5">
      <VersionsButton id={id} filters={filters} />
      {content !== null && <CopyButton text={content} />}
      <DeleteMemory version={version} />
      <MemoriesButton
        href={editHref(id, filters)}
        replace
        kbd="e"
        pending={opening}
        className="gap-2.5 px-[13px] @max-[26rem]/toolbar:[&_kbd]:hidden"
      >
        <Pencil aria-hidden="true" />
        <span className="@max-[26rem]/toolbar:sr-only">{t("edit")}</span>
      </MemoriesButton>
    </div>
  );
}
