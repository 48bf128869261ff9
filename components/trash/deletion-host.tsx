"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { titleOf } from "@/components/memories/memory-text";
import { AlertDialog } from "@/components/ui/alert-dialog";
import type { MemoryVersion } from "@/lib/client/memories";
import { hostDeletions } from "./deletion-requests";
import { useDeleteOne } from "./use-delete-one";
import { useIsTrashOn } from "./use-is-trash-on";

/** Carries out what `requestDeletion` asks for, from any page of the workspace. */
export function DeletionHost() {
  const t = useTranslations("trash");
  const common = useTranslations("common");
  const isKept = useIsTrashOn();
  const deleteOne = useDeleteOne();
  const [asked, setAsked] = useState<MemoryVersion | null>(null);
  const carryOut = useCallback(
    (version: MemoryVersion) => {
      if (isKept) void deleteOne(version);
      else setAsked(version);
    },
    [isKept, deleteOne],
  );
  const latest = useRef(carryOut);
  useEffect(() => {
    latest.current = carryOut;
  });
  useEffect(() => hostDeletions((version) => latest.current(version)), []);
  if (asked === null) return null;
  return (
    <AlertDialog
      open
      onOpenChange={(open) => !open && setAsked(null)}
      title={t("confirmFinal.title")}
      description={
        <p>
          {t.rich(isKept === null ? "confirmFinal.unknown" : "confirmFinal.text", {
            title: () => (
              <bdi className="font-medium text-ink">{titleOf(asked.memory, common)}</bdi>
            ),
          })}
        </p>
      }
      confirmLabel={common("delete")}
      cancelLabel={common("cancel")}
      onConfirm={() => {
        setAsked(null);
        void deleteOne(asked);
      }}
    />
  );
}
