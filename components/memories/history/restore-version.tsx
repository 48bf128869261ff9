"use client";

import { RotateCcw } from "lucide-react";
import { useState } from "react";
import { toast } from "sonner";
import { useFormatter, useTranslations } from "use-intl";
import { memoryChanges } from "@/components/memories/difference/memory-changes";
import { AlertDialog } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useDescribeError } from "@/lib/client/describe-error";
import { isApiError } from "@/lib/client/errors";
import type { MemoryFilters } from "@/lib/client/filters/memory-filters";
import type { MemoryVersion as Present } from "@/lib/client/memories";
import { useRestoreVersion } from "@/lib/client/versions";
import type { MemoryVersion } from "@/lib/contract/version";
import { ChangeList } from "./change-list";
import { closeVersions } from "./open-versions";
import { useFieldNames } from "./use-field-names";

type RestoreVersionProps = { version: MemoryVersion; present: Present; filters: MemoryFilters };

/** Asks in words of what will change, then makes the memory say again what it said then. */
export function RestoreVersion({ version, present, filters }: RestoreVersionProps) {
  const t = useTranslations("history");
  const format = useFormatter();
  const nameOf = useFieldNames();
  const describeError = useDescribeError();
  const [isAsking, setAsking] = useState(false);
  const restore = useRestoreVersion();
  const { id } = present.memory;
  const changes = memoryChanges(present.memory, version.memory);
  if (changes.length === 0) return <p className="mt-4 text-ink-3 text-note">{t("sameAsNow")}</p>;

  const confirm = async () => {
    try {
      await restore.mutateAsync({ id, versionId: version.id, etag: present.etag });
    } catch {
      // The dialog says why.
      return;
    }
    setAsking(false);
    toast(t("restored"));
    closeVersions(id, filters);
  };
  const problem = () => {
    if (isApiError(restore.error, "edit-conflict")) return t("changedMeanwhile");
    return describeError(restore.error, t("notRestored")).detail;
  };
  return (
    <>
      <Button
        size="sm"
        className="mt-4"
        onClick={() => {
          restore.reset();
          setAsking(true);
        }}
      >
        <RotateCcw aria-hidden="true" />
        {t("restore")}
      </Button>
      <AlertDialog
        open={isAsking}
        onOpenChange={setAsking}
        tone="primary"
        title={t("ask.title")}
        description={
          <>
            <p>{t("ask.changes", { fields: format.list(changes.map(nameOf)) })}</p>
            {version.memory.content === null && <p>{t("ask.unreadable")}</p>}
            <p>{t("ask.kept")}</p>
            <details>
              <summary className="touch-target w-fit cursor-pointer content-center text-small hover:text-ink">
                {t("ask.show")}
              </summary>
              <div className="mt-3 text-ink">
                <ChangeList changes={changes} />
              </div>
            </details>
          </>
        }
        confirmLabel={t("ask.confirm")}
        onConfirm={() => void confirm()}
        pending={restore.isPending}
        error={
          restore.isError ? (
            <Notice tone="danger" role="alert" title={t("notRestored")}>
              <p>{problem()}</p>
            </Notice>
          ) : undefined
        }
      />
    </>
  );
}
