"use client";

import { useState } from "react";
import { toast } from "sonner";
import { useTranslations } from "use-intl";
import { AlertDialog } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useEndOtherSessions } from "@/lib/client/account";
import { useDescribeError } from "@/lib/client/describe-error";

/** Ends every session but this one, after asking. */
export function EndOtherSessions({ count }: { count: number }) {
  const t = useTranslations("account.sessions");
  const describeError = useDescribeError();
  const [open, setOpen] = useState(false);
  const { mutate, isPending, error, reset } = useEndOtherSessions();
  const words = error ? describeError(error, t("notEndedOthers")) : null;
  return (
    <AlertDialog
      open={open}
      onOpenChange={(next) => {
        if (isPending) return;
        if (next) reset();
        setOpen(next);
      }}
      trigger={<Button className="justify-self-start">{t("endOthers")}</Button>}
      title={t("endOthersQuestion")}
      description={<p>{t("endOthersText", { count })}</p>}
      confirmLabel={t("endOthers")}
      cancelLabel={t("keepThem")}
      pending={isPending}
      onConfirm={() =>
        mutate(undefined, {
          onSuccess: (ended) => {
            setOpen(false);
            toast(t("endedOthers", { count: ended }));
          },
        })
      }
      error={
        words && (
          <Notice tone="danger" role="alert" title={words.title}>
            <p>{words.detail}</p>
          </Notice>
        )
      }
    />
  );
}
