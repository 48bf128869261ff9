"use client";

import { useTranslations } from "use-intl";
import { RetryButton } from "@/components/states/retry-button";
import { Notice } from "@/components/ui/notice";
import { useDescribeError } from "@/lib/client/describe-error";
import type { useTags } from "@/lib/client/tags";

/** The memories are here, but not what Memoram says of their tags. */
export function TagsUnread({ tags }: { tags: ReturnType<typeof useTags> }) {
  const t = useTranslations("tagPage");
  const describeError = useDescribeError();
  const { title, detail, remedy } = describeError(tags.error, t("tagsUnread"));
  return (
    <Notice
      tone="warn"
      role="status"
      title={title}
      className="mb-3"
      actions={
        remedy === "again" && (
          <RetryButton
            size="sm"
            error={tags.error}
            onRetry={() => void tags.refetch()}
            pending={tags.isFetching}
            byItself
          />
        )
      }
    >
      <p>
        {detail} {t("tagsUnreadMeans")}
      </p>
    </Notice>
  );
}
