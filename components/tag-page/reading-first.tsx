"use client";

import { useTranslations } from "use-intl";
import { Spinner } from "@/components/ui/spinner";
import { useCollection } from "@/lib/client/collection/use-collection";
import { useDescribeError } from "@/lib/client/describe-error";

/** Why a change cannot begin yet: not every memory that it concerns is known. */
export function ReadingFirst() {
  const t = useTranslations("tagPage");
  const describeError = useDescribeError();
  const { loaded, completedAt, status, error } = useCollection();
  if (completedAt !== null) return null;
  if (status === "failed") {
    const { title, detail } = describeError(error, t("cannotBegin"));
    return (
      <p role="alert" className="text-ui text-warn">
        {title}. {detail}
      </p>
    );
  }
  return (
    <p className="flex items-center gap-2.5 text-ink-2 text-ui">
      <Spinner />
      {t("readingFirst", { count: loaded })}
    </p>
  );
}
