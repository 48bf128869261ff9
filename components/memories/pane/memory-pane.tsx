"use client";

import { useTranslations } from "use-intl";
import { ErrorState } from "@/components/memories/error-state";
import { EditMemory } from "@/components/memories/form/edit-memory";
import { HistoryPane } from "@/components/memories/history/history-pane";
import type { MemoryMode } from "@/components/memories/memory-route";
import { useCollection } from "@/lib/client/collection/use-collection";
import { isAccessProblem } from "@/lib/client/describe-error";
import { isApiError } from "@/lib/client/errors";
import type { MemoryFilters } from "@/lib/client/filters/memory-filters";
import { useMemory } from "@/lib/client/memories";
import { PaneSkeleton } from "./pane-skeleton";
import { NoSuchMemory } from "./pane-states";
import { BackToList, PaneToolbar } from "./pane-toolbar";
import { ReadingPane } from "./reading-pane";

type MemoryPaneProps = { id: string; mode: MemoryMode; filters: MemoryFilters };

/**
 * One memory, read, edited, or with its earlier versions. Editing waits for the version with its
 * ETag, reading does not; once it has begun, no later answer takes the form away with what was typed
 * into it. Whoever lost access, wherever that was met, reads nothing more here.
 */
export function MemoryPane({ id, mode, filters }: MemoryPaneProps) {
  const t = useTranslations("pane");
  const { data, error: ownError, isFetching, isPlaceholderData, refetch } = useMemory(id);
  const { error: metElsewhere } = useCollection();
  const error = isAccessProblem(metElsewhere) ? metElsewhere : ownError;
  const isReady = data !== undefined && !isPlaceholderData;
  if (mode === "edit" && isReady) return <EditMemory version={data} filters={filters} />;
  if (isApiError(error, "not-found")) return <NoSuchMemory filters={filters} id={id} />;
  if (error !== null && (!data || isAccessProblem(error))) {
    return (
      <div className="flex h-full min-h-0 flex-col">
        <PaneToolbar>
          <BackToList filters={filters} />
        </PaneToolbar>
        <ErrorState
          className="grid min-h-0 grow content-center overflow-y-auto"
          error={error}
          what={t("notRead")}
          onRetry={() => void refetch()}
          retrying={isFetching}
        />
      </div>
    );
  }
  if (!data) return <PaneSkeleton filters={filters} />;
  if (mode === "versions" && isReady) return <HistoryPane present={data} filters={filters} />;
  return <ReadingPane version={data} filters={filters} opening={mode === "edit"} />;
}
