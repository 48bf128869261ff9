"use client";

import { Trash2 } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "use-intl";
import { ErrorState } from "@/components/memories/error-state";
import { SlowNotice } from "@/components/states/slow-notice";
import { Button } from "@/components/ui/button";
import { Column } from "@/components/ui/column";
import { EmptyState } from "@/components/ui/empty-state";
import { isAccessProblem } from "@/lib/client/describe-error";
import { useTrash } from "@/lib/client/trash";
import { TRASH_DAYS } from "@/lib/contract/trash";
import { TrashList } from "./trash-list";
import { TrashSkeleton } from "./trash-skeleton";
import { useIsTrashOn } from "./use-is-trash-on";
import { TRASH_HEADING_ID } from "./use-kept-focus";

/** Everything under /trash: what the trash is, and what lies in it. */
export function TrashView() {
  const t = useTranslations("trash");
  const isOn = useIsTrashOn();
  return (
    <Column>
      <h1 id={TRASH_HEADING_ID} tabIndex={-1} className="text-page-title outline-none">
        {t("title")}
      </h1>
      <p className="measure mt-3 text-ink-2 text-ui">{t("lead", { days: TRASH_DAYS })}</p>
      {isOn === false && (
        <p className="mt-2 text-ui text-warn">
          {t("off")}{" "}
          <Link href="/settings" className="underline underline-offset-2">
            {t("toSettings")}
          </Link>
        </p>
      )}
      <div className="mt-5">
        <TrashContents isOn={isOn} />
      </div>
    </Column>
  );
}

function TrashContents({ isOn }: { isOn: boolean | null }) {
  const t = useTranslations("trash");
  const trash = useTrash();
  const { data, error, isError, isFetching, isPending, refetch } = trash;
  if (isError && (!data || isAccessProblem(error))) {
    return (
      <ErrorState
        error={error}
        what={t("failed")}
        onRetry={() => void refetch()}
        retrying={isFetching}
      />
    );
  }
  if (isPending || !data) {
    return (
      <>
        <SlowNotice isWaiting className="mb-3" />
        <TrashSkeleton />
      </>
    );
  }
  if (data.items.length === 0 && !trash.hasNextPage) {
    return (
      <EmptyState
        icon={<Trash2 />}
        title={t("emptyTitle")}
        actions={
          <Button asChild>
            <Link href="/memories">{t("back")}</Link>
          </Button>
        }
      >
        <p>{isOn === false ? t("emptyTextOff") : t("emptyText", { days: TRASH_DAYS })}</p>
      </EmptyState>
    );
  }
  return <TrashList trash={trash} loaded={data} />;
}
