"use client";

import { useCallback } from "react";
import { toast } from "sonner";
import { useTranslations } from "use-intl";
import { titleOf } from "@/components/memories/memory-text";
import { useDescribeError } from "@/lib/client/describe-error";
import { useDeleteForEver, useEmptyTrash } from "@/lib/client/trash";
import type { TrashItem } from "@/lib/contract/trash";

/** Erases one copy, and says so or why not. */
export function useEraseOne() {
  const t = useTranslations("trash");
  const common = useTranslations("common");
  const describeError = useDescribeError();
  const { mutateAsync } = useDeleteForEver();
  return useCallback(
    async ({ memory }: TrashItem) => {
      try {
        await mutateAsync(memory.id);
        toast(t("erased"));
      } catch (error) {
        toast.error(t("notErased", { title: titleOf(memory, common) }), {
          description: describeError(error, "").detail,
          duration: 10_000,
        });
      }
    },
    [t, common, describeError, mutateAsync],
  );
}

/** Erases every copy, and says so or why not. */
export function useEraseAll() {
  const t = useTranslations("trash");
  const describeError = useDescribeError();
  const { mutateAsync } = useEmptyTrash();
  return useCallback(async () => {
    try {
      await mutateAsync();
      toast(t("emptied"));
    } catch (error) {
      toast.error(t("notEmptied"), {
        description: describeError(error, "").detail,
        duration: 10_000,
      });
    }
  }, [t, describeError, mutateAsync]);
}
