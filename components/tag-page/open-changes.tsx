"use client";

import { useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { Notice } from "@/components/ui/notice";
import { useDescribeError } from "@/lib/client/describe-error";
import {
  type OpenChange,
  useOpenChanges,
  useTagChanges,
} from "@/lib/client/tag-changes/use-tag-changes";
import { useTagOperations } from "@/lib/client/tag-operations";

/** Renames and merges that were begun and are not finished; nothing where there are none. */
export function OpenChanges({ className }: { className?: string }) {
  const { data } = useTagOperations();
  return data?.length ? <Open className={className} /> : null;
}

function Open({ className }: { className?: string }) {
  const changes = useOpenChanges();
  // What this tab is doing, the panel of jobs shows.
  const shown = changes.filter(
    ({ state, left }) => state === "elsewhere" || (state === "stopped" && left !== 0),
  );
  if (shown.length === 0) return null;
  return (
    <div className={cn("grid gap-2", className)}>
      {shown.map((change) =>
        change.state === "elsewhere" ? (
          <Elsewhere key={change.id} change={change} />
        ) : (
          <Stopped key={change.id} change={change} />
        ),
      )}
    </div>
  );
}

function useNames() {
  const t = useTranslations("tagPage");
  const format = useFormatter();
  return ({ from, to }: OpenChange) => ({
    from: format.list(
      from.map((name) => t("quoted", { name })),
      { type: "conjunction" },
    ),
    to: t("quoted", { name: to }),
  });
}

function Elsewhere({ change }: { change: OpenChange }) {
  const t = useTranslations("tagPage");
  const names = useNames();
  return (
    <Notice role="status" title={t("elsewhere", names(change))}>
      <p>{t("elsewhereMeans")}</p>
    </Notice>
  );
}

function Stopped({ change }: { change: OpenChange }) {
  const t = useTranslations("tagPage");
  const names = useNames();
  const changes = useTagChanges();
  const describeError = useDescribeError();
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const attempt = async (act: () => Promise<void>) => {
    setBusy(true);
    setError(null);
    try {
      await act();
    } catch (problem) {
      setError(problem);
    }
    setBusy(false);
  };
  const { left } = change;
  return (
    <Notice
      tone="warn"
      role="status"
      title={t("stopped", names(change))}
      actions={
        <>
          <Button
            size="sm"
            pending={isBusy}
            onClick={() => void attempt(() => changes.goOn(change))}
          >
            {t("goOn")}
          </Button>
          <Button
            size="sm"
            variant="quiet"
            disabled={isBusy}
            onClick={() => void attempt(() => changes.giveUp(change))}
          >
            {t("giveUp")}
          </Button>
        </>
      }
    >
      <p>{left === null ? t("leftUnknown") : t("left", { count: left })}</p>
      {error !== null && (
        <p role="alert" className="text-danger">
          {describeError(error, "").detail}
        </p>
      )}
    </Notice>
  );
}
