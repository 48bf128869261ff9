"use client";

import { useMutation } from "@tanstack/react-query";
import { toast } from "sonner";
import { useTranslations } from "use-intl";
import { useDescribeError } from "@/lib/client/describe-error";
import { fetchTrashIds } from "@/lib/client/trash";

/** Finds out the ids of the whole trash in one call, loaded or not; where that fails it is said. */
export function useSelectEvery() {
  const t = useTranslations("trash");
  const describeError = useDescribeError();
  const { mutate, isPending } = useMutation({ mutationFn: fetchTrashIds });
  const run = (onIds: (ids: readonly string[]) => void) =>
    mutate(undefined, {
      onSuccess: onIds,
      onError: (error) =>
        toast.error(t("everyFailed"), { description: describeError(error, "").detail }),
    });
  return { isPending, run };
}
