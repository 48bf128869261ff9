"use client";

import { useTranslations } from "use-intl";
import { useCollection } from "@/lib/client/collection/use-collection";
import { useDescribeError } from "@/lib/client/describe-error";

type ReadingNoteProps = {
  typed: string;
  /** How much was found; null while that is being found out. */
  count: number | null;
};

/** Says what the results do not show: that not everything is here yet, and how many they are. */
export function ReadingNote({ typed, count }: ReadingNoteProps) {
  const t = useTranslations("palette");
  const describeError = useDescribeError();
  const { loaded, completedAt, error } = useCollection();
  const note =
    completedAt !== null
      ? null
      : error
        ? describeError(error, t("notRead"))
        : { title: t("stillReading", { count: loaded }), detail: "" };
  return (
    <>
      {note && (
        <p className="border-line border-t px-5 py-2 text-ink-2 text-small">
          {note.title}
          {note.detail && <>. {note.detail}</>}
        </p>
      )}
      <p role="status" className="sr-only">
        {typed !== "" && count !== null && t("found", { count })}
      </p>
    </>
  );
}
