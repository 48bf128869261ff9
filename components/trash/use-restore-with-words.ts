"use client";

import { useCallback } from "react";
import { toast } from "sonner";
import { useTranslations } from "use-intl";
import { useDescribeError } from "@/lib/client/describe-error";
import { isApiError } from "@/lib/client/errors";
import { useRestore } from "@/lib/client/trash";
import type { Memory } from "@/lib/contract/memory";

type Deleted = { id: string; title: string };
type Offer = { label: string; onClick: (restored: Memory) => void };

/**
 * Restores a memory and says so, with what the new id means; answers null where it failed, which is
 * said too. `offer`: a button beside the words.
 */
export function useRestoreWithWords() {
  const t = useTranslations("trash");
  const describeError = useDescribeError();
  const { mutateAsync } = useRestore();
  return useCallback(
    async ({ id, title }: Deleted, offer?: Offer): Promise<Memory | null> => {
      try {
        const { memory } = await mutateAsync(id);
        toast(t("restored"), {
          description: t("newId"),
          duration: 10_000,
          ...(offer && { action: { label: offer.label, onClick: () => offer.onClick(memory) } }),
        });
        return memory;
      } catch (error) {
        const isGone = isApiError(error, "not-found");
        toast.error(t("notRestored", { title }), {
          description: isGone ? t("noCopy") : describeError(error, "").detail,
          duration: 10_000,
        });
        return null;
      }
    },
    [t, describeError, mutateAsync],
  );
}
