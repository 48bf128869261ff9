"use client";

import { ArrowLeft, History } from "lucide-react";
import { useRef } from "react";
import { useTranslations } from "use-intl";
import { ErrorState } from "@/components/memories/error-state";
import { titleOf } from "@/components/memories/memory-text";
import { paneText } from "@/components/memories/pane/memory-column";
import { PaneToolbar } from "@/components/memories/pane/pane-toolbar";
import { useDocumentTitle } from "@/components/memories/use-document-title";
import { PANE_HEADING_ID } from "@/components/memories/use-return-focus";
import { EmptyState } from "@/components/ui/empty-state";
import { IconButton } from "@/components/ui/icon-button";
import { RelativeTime } from "@/components/ui/relative-time";
import { Skeleton } from "@/components/ui/skeleton";
import type { MemoryFilters } from "@/lib/client/filters/memory-filters";
import type { MemoryVersion as Present } from "@/lib/client/memories";
import { useVersions } from "@/lib/client/versions";
import type { MemoryVersion } from "@/lib/contract/version";
import { closeVersions } from "./open-versions";
import { useEscape } from "./use-escape";
import { VersionItem } from "./version-item";

type HistoryPaneProps = { present: Present; filters: MemoryFilters };

/** What a memory said before each change, newest first, and the way back to it. */
export function HistoryPane({ present, filters }: HistoryPaneProps) {
  const { memory } = present;
  const t = useTranslations("history");
  const name = titleOf(memory, useTranslations("common"));
  const versions = useVersions(memory.id);
  const close = () => closeVersions(memory.id, filters);
  const pane = useRef<HTMLDivElement>(null);
  useEscape(pane, close);
  useDocumentTitle(t("heading"));
  return (
    <div ref={pane} className="flex h-full min-h-0 flex-col">
      <PaneToolbar>
        <IconButton label={t("back")} onClick={close}>
          <ArrowLeft aria-hidden="true" className="rtl:rotate-180" />
        </IconButton>
        <h1
          id={PANE_HEADING_ID}
          tabIndex={-1}
          className="truncate ps-1 font-medium text-step outline-none"
        >
          {t("heading")}
        </h1>
      </PaneToolbar>
      <div className="min-h-0 grow overflow-y-auto overscroll-contain pb-[env(safe-area-inset-bottom)]">
        <div className={paneText}>
          <p dir="auto" className="break-words text-section-title">
            {name}
          </p>
          <p className="mt-1 text-ink-3 text-note">
            {t.rich("now", { time: () => <RelativeTime value={memory.updatedAt} format="ago" /> })}
          </p>
          <Versions versions={versions} present={present} filters={filters} />
        </div>
      </div>
    </div>
  );
}

type VersionsProps = HistoryPaneProps & { versions: ReturnType<typeof useVersions> };

function Versions({ versions, present, filters }: VersionsProps) {
  const t = useTranslations("history");
  const { data, error, isError, isFetching, refetch } = versions;
  if (data?.length === 0) {
    return (
      <EmptyState icon={<History />} title={t("none.title")}>
        <p>{t("none.why")}</p>
      </EmptyState>
    );
  }
  if (data) return <VersionList items={data} present={present} filters={filters} />;
  if (isError) {
    return (
      <ErrorState
        error={error}
        what={t("notRead")}
        onRetry={() => void refetch()}
        retrying={isFetching}
      />
    );
  }
  return (
    <div className="mt-8 grid gap-5">
      <span role="status" className="sr-only">
        {t("loading")}
      </span>
      {["w-2/5", "w-1/2", "w-1/3"].map((width) => (
        <Skeleton key={width} className={width} />
      ))}
    </div>
  );
}

type VersionListProps = HistoryPaneProps & { items: MemoryVersion[] };

function VersionList({ items, present, filters }: VersionListProps) {
  const t = useTranslations("history");
  return (
    <>
      <ol className="mt-6">
        {items.map((version, index) => (
          <VersionItem
            key={version.id}
            version={version}
            after={items[index - 1]?.memory ?? present.memory}
            present={present}
            filters={filters}
            isFirst={index === 0}
          />
        ))}
      </ol>
      <p className="mt-6 max-w-[56ch] text-ink-3 text-small">{t("kept")}</p>
    </>
  );
}
