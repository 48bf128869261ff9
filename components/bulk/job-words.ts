"use client";

import { useMemo } from "react";
import { useFormatter, useTranslations } from "use-intl";
import type { BulkJob } from "@/lib/client/bulk/job";
import { TooManyTagsError } from "@/lib/client/bulk/next-tags";
import { useDescribeError } from "@/lib/client/describe-error";
import { isApiError } from "@/lib/client/errors";

/** How a job is spoken of: what it does, how far it is, and why something failed. */
export type JobWords = {
  /** "Deleting", and once it has finished "Deleted". */
  title: (job: Pick<BulkJob, "action" | "state">) => string;
  /** "120 of 200 done, 3 failed"; at its end "197 done, 3 failed". */
  counts: (job: BulkJob) => string;
  reason: (error: unknown) => string;
};

export function useJobWords(): JobWords {
  const t = useTranslations("bulk");
  const format = useFormatter();
  const describeError = useDescribeError();
  return useMemo(() => {
    const names = (list: readonly string[]) =>
      format.list(
        list.map((name) => t("quoted", { name })),
        { type: "conjunction" },
      );
    return {
      title({ action, state }) {
        const at = state === "finished" ? "jobDone" : "job";
        switch (action.kind) {
          case "addTags":
          case "removeTags":
            return t(`${at}.${action.kind}`, { tags: names(action.tags) });
          case "replaceTags":
            return t(`${at}.replaceTags`, { from: names(action.from), to: names([action.to]) });
          case "setImportance":
            return action.importance === null
              ? t(`${at}.clearImportance`)
              : t(`${at}.setImportance`, { level: format.number(action.importance) });
          default:
            return t(`${at}.${action.kind}`);
        }
      },
      counts({ state, total, done, failed: { length: failed }, skipped }) {
        if (state === "cancelled") {
          return failed > 0
            ? t("cancelledAndFailed", { done, failed, skipped })
            : t("cancelled", { done, skipped });
        }
        if (state === "finished") {
          return failed > 0 ? t("resultAndFailed", { done, failed }) : t("result", { done });
        }
        return failed > 0
          ? t("doneAndFailed", { done, total, failed })
          : t("done", { done, total });
      },
      reason(error) {
        if (isApiError(error, "edit-conflict")) return t("changedElsewhere");
        if (isApiError(error, "not-found")) return t("goneAlready");
        if (error instanceof TooManyTagsError)
          return t("tooManyTags", { limit: String(error.limit) });
        return describeError(error, "").detail;
      },
    };
  }, [t, format, describeError]);
}
