"use client";

import { useQueryClient } from "@tanstack/react-query";
import { createElement, useCallback } from "react";
import { toast } from "sonner";
import { useTranslations } from "use-intl";
import { listedOrder } from "@/components/bulk/listed-order";
import { titleOf } from "@/components/memories/memory-text";
import { neighbourOf } from "@/components/memories/pane/neighbour";
import { useDescribeError } from "@/lib/client/describe-error";
import { isApiError } from "@/lib/client/errors";
import { type MemoryVersion, useDeleteMemory } from "@/lib/client/memories";
import { leaveDeleted } from "./leave-deleted";
import { UndoToast } from "./undo-toast";
import { useOpenMemory } from "./use-open-memory";

/**
 * Deletes one memory: it leaves the list at once, and comes back with the reason if Memoram keeps
 * it. It can be undone where the answer says that a copy lies in the trash.
 */
export function useDeleteOne() {
  const client = useQueryClient();
  const t = useTranslations("trash");
  const common = useTranslations("common");
  const describeError = useDescribeError();
  const openMemory = useOpenMemory();
  const { mutateAsync } = useDeleteMemory();
  return useCallback(
    async (version: MemoryVersion) => {
      const { memory } = version;
      const title = titleOf(memory, common);
      const next = neighbourOf(listedOrder(client), memory.id);
      const deletion = mutateAsync(version);
      leaveDeleted(memory.id, next);
      try {
        const came = await deletion;
        if (came === "kept") {
          toast.custom((toastId) => createElement(UndoToast, { toastId, id: memory.id, title }), {
            duration: Number.POSITIVE_INFINITY,
          });
        } else {
          toast(t(came === "gone" ? "goneBefore" : "deletedForGood"));
        }
      } catch (error) {
        const isChanged = isApiError(error, "edit-conflict");
        toast.error(t("notDeleted", { title }), {
          description: isChanged ? t("changedElsewhere") : describeError(error, "").detail,
          duration: 10_000,
          action: { label: t("open"), onClick: () => openMemory(memory.id) },
        });
      }
    },
    [client, t, common, describeError, openMemory, mutateAsync],
  );
}
