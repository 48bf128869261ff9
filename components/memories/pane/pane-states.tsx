"use client";

import { BookOpenText, FileQuestion } from "lucide-react";
import { useTranslations } from "use-intl";
import { WaitingWords } from "@/components/memories/form/waiting-words";
import { MemoriesLink } from "@/components/memories/memories-link";
import { listHref } from "@/components/memories/memory-route";
import { useDocumentTitle } from "@/components/memories/use-document-title";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { useCollectionView } from "@/lib/client/collection/use-collection";
import type { MemoryFilters } from "@/lib/client/filters/memory-filters";

type PaneStateProps = {
  filters: MemoryFilters;
  /** The memory that was asked for; null where the address can name none. */
  id?: string | undefined;
};

/** Nothing is open. Silent unless there is something to choose. */
export function ChooseMemory({ filters }: PaneStateProps) {
  const { count } = useCollectionView(filters);
  const t = useTranslations("pane");
  useDocumentTitle(t("memories"));
  if (count === 0) return null;
  return (
    <div className="grid h-full place-content-center justify-items-center gap-3 p-8 text-ink-3">
      <BookOpenText aria-hidden="true" className="size-6" strokeWidth={1.5} />
      <p className="text-lead">{t("choose")}</p>
    </div>
  );
}

/** Answers alike for a memory that was deleted, one that never was, and one of somebody else. */
export function NoSuchMemory({ filters, id }: PaneStateProps) {
  const t = useTranslations("pane");
  useDocumentTitle(t("notThere.tab"));
  return (
    <div className="flex h-full flex-col">
      {id !== undefined && <WaitingWords id={id} memory={null} filters={filters} />}
      <EmptyState
        className="my-auto"
        icon={<FileQuestion />}
        title={t("notThere.title")}
        actions={
          <Button asChild>
            <MemoriesLink href={listHref(filters)}>{t("backToList")}</MemoriesLink>
          </Button>
        }
      >
        <p>{t("notThere.why")}</p>
      </EmptyState>
    </div>
  );
}
