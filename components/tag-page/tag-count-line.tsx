"use client";

import { useTranslations } from "use-intl";
import { useCollection } from "@/lib/client/collection/use-collection";
import { useDescribeError } from "@/lib/client/describe-error";

/** How many tags on how many memories, and whether that is the last word. */
export function TagCountLine({ tags }: { tags: number }) {
  const t = useTranslations("tagPage");
  const describeError = useDescribeError();
  const { loaded, completedAt, status, error, slow } = useCollection();
  if (completedAt !== null && tags === 0) return null;
  if (completedAt !== null) {
    return <p className="mt-2 text-ink-2 text-ui">{t("count", { tags, memories: loaded })}</p>;
  }
  if (status === "failed") {
    const { title, detail } = describeError(error, t("partlyRead", { memories: loaded }));
    return (
      <p role="alert" className="mt-2 text-ui text-warn">
        {title}. {detail}
      </p>
    );
  }
  return (
    <p className="mt-2 text-ink-2 text-ui">
      {loaded === 0 ? t("reading") : t("stillReading", { memories: loaded })}
      {slow && <> {t("slow")}</>}
    </p>
  );
}
