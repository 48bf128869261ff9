"use client";

import { useState } from "react";
import { toast } from "sonner";
import { useTranslations } from "use-intl";
import { FailureNotice } from "@/components/states/failure-notice";
import { AlertDialog } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import { useEndOtherSessions } from "@/lib/client/account";

/** Ends every session but this one, after asking. */
export function EndOtherSessions({ count }: { count: number }) {
  const t = useTranslations("account.sessions");
  const [open, setOpen] = useState(false);
  const { mutate, isPending, error, reset } = useEndOtherSessions();
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
      error={<FailureNotice error={error} what={t("notEndedOthers")} role="alert" />}
    />
  );
}
