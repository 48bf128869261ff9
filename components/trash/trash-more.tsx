"use client";

import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useDescribeError } from "@/lib/client/describe-error";
import type { useTrash } from "@/lib/client/trash";

/** The end of what is loaded: the next page, or why it did not come. */
export function TrashMore({ trash }: { trash: ReturnType<typeof useTrash> }) {
  const t = useTranslations("trash");
  const common = useTranslations("common");
  const describeError = useDescribeError();
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = trash;
  if (!hasNextPage) return null;
  if (isFetchNextPageError && !isFetchingNextPage) {
    const { title, detail } = describeError(trash.error, t("failedMore"));
    return (
      <Notice
        tone="danger"
        role="alert"
        className="my-4"
        title={title}
        actions={
          <Button size="sm" onClick={() => void fetchNextPage()}>
            {common("tryAgain")}
          </Button>
        }
      >
        <p>
          {detail} {t("whatIsLoaded")}
        </p>
      </Notice>
    );
  }
  return (
    <div className="grid justify-items-center p-4">
      <Button variant="quiet" pending={isFetchingNextPage} onClick={() => void fetchNextPage()}>
        {t("loadMore")}
      </Button>
    </div>
  );
}
