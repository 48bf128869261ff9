"use client";

import { useMemo, useState } from "react";
import { useLocale, useTranslations } from "use-intl";
import { ErrorState } from "@/components/memories/error-state";
import { fits } from "@/components/palette/choice";
import {
  useCollection,
  useCollectionStore,
  useCounts,
} from "@/lib/client/collection/use-collection";
import { isAccessProblem } from "@/lib/client/describe-error";
import { useTags } from "@/lib/client/tags";
import { ChangeDialogs, type ChangeRequest } from "./change-dialogs";
import { NoTags, NothingFits } from "./empty-states";
import { OpenChanges } from "./open-changes";
import { SelectionActions } from "./selection-actions";
import { TagCountLine } from "./tag-count-line";
import { sortTags, tagRows } from "./tag-rows";
import { TagTable } from "./tag-table";
import { TagTableSkeleton } from "./tag-table-skeleton";
import { TagToolbar } from "./tag-toolbar";
import { TAGS_HEADING_ID } from "./tags-heading";
import { TagsUnread } from "./tags-unread";
import { UnusedTags } from "./unused-tags";
import { useTagAddress } from "./use-tag-address";
import { useTagSelection } from "./use-tag-selection";

/** Every tag: how many memories carry it, when it was last used, and what can be done with it. */
export function TagPage() {
  const t = useTranslations("tagPage");
  const locale = useLocale();
  const collection = useCollectionStore();
  const snapshot = useCollection();
  const counts = useCounts();
  const tags = useTags();
  const [{ sort, typed }, changeAddress] = useTagAddress();
  const [request, setRequest] = useState<ChangeRequest | null>(null);
  const { compare } = useMemo(() => new Intl.Collator(locale, { numeric: true }), [locale]);
  const { used, unused } = useMemo(
    () => tagRows(tags.data ?? [], counts.tags),
    [tags.data, counts.tags],
  );
  const shownUsed = useMemo(
    () => sortTags(used, sort, compare).filter(({ name }) => fits(name, typed)),
    [used, sort, compare, typed],
  );
  const shownUnused = useMemo(
    () => sortTags(unused, "name", compare).filter(({ name }) => fits(name, typed)),
    [unused, compare, typed],
  );
  const selection = useTagSelection(used);

  const isExact = snapshot.completedAt !== null;
  const isLost = snapshot.status === "failed" && snapshot.loaded === 0;
  const isWaiting = !isExact && !isLost && used.length === 0;
  const hasTags = used.length + unused.length > 0;

  return (
    <div className="mx-auto max-w-4xl px-[18px] pt-8 pb-24 md:px-12 md:pt-10">
      <h1 id={TAGS_HEADING_ID} tabIndex={-1} className="text-page-title outline-none">
        {t("title")}
      </h1>
      {isLost || isAccessProblem(snapshot.error) ? (
        <ErrorState
          error={snapshot.error}
          what={t("notRead")}
          onRetry={() => collection.refresh()}
          className="mt-6"
        />
      ) : (
        <>
          <TagCountLine tags={used.length} />
          <OpenChanges />
          {(hasTags || isWaiting || typed !== "") && (
            <TagToolbar sort={sort} typed={typed} onChange={changeAddress} />
          )}
          {tags.isError && <TagsUnread tags={tags} />}
          <SelectionActions selection={selection} onRequest={setRequest} />
          {isWaiting ? (
            <TagTableSkeleton />
          ) : (
            <>
              {shownUsed.length > 0 && (
                <TagTable
                  rows={shownUsed}
                  sort={sort}
                  isExact={isExact}
                  selection={selection}
                  onSort={(next) => changeAddress({ sort: next })}
                  onRequest={setRequest}
                />
              )}
              {/* Whether no memory carries a tag is known once every memory is here. */}
              {isExact && <UnusedTags rows={shownUnused} />}
              {isExact && !hasTags && <NoTags />}
              {hasTags && shownUsed.length + (isExact ? shownUnused.length : 0) === 0 && (
                <NothingFits typed={typed} onClear={() => changeAddress({ typed: "" })} />
              )}
              <p role="status" className="sr-only">
                {typed !== "" && t("fitting", { count: shownUsed.length })}
              </p>
            </>
          )}
        </>
      )}
      <ChangeDialogs
        request={request}
        onClose={(isStarted) => {
          setRequest(null);
          if (isStarted) selection.clear();
        }}
      />
    </div>
  );
}
