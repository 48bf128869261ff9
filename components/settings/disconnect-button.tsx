"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import { useTranslations } from "use-intl";
import { FailureNotice } from "@/components/states/failure-notice";
import { AlertDialog } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import { useDisconnect } from "@/lib/client/connection";
import { DashboardLink } from "./dashboard-link";

/** Asks first, and says what disconnecting does and what it leaves. */
export function DisconnectButton({ dashboardUrl }: { dashboardUrl: string }) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const t = useTranslations("settings");
  const { mutate, isPending, error, reset } = useDisconnect();

  function show(next: boolean) {
    if (isPending) return;
    if (next) reset();
    setOpen(next);
  }

  function disconnect() {
    mutate(undefined, {
      onSuccess: () => {
        setOpen(false);
        // What stands around the page was told that there is a connection.
        router.refresh();
        toast(t("disconnected"));
      },
    });
  }

  return (
    <AlertDialog
      open={open}
      onOpenChange={show}
      trigger={<Button className="text-danger">{t("disconnect")}</Button>}
      title={t("disconnectQuestion")}
      description={
        <>
          <p>{t("disconnectErases")}</p>
          <p>{t("disconnectErasesCopies")}</p>
          <p>
            {t.rich("disconnectLeaves", {
              link: (text) => <DashboardLink href={dashboardUrl}>{text}</DashboardLink>,
            })}
          </p>
        </>
      }
      confirmLabel={t("disconnect")}
      cancelLabel={t("stayConnected")}
      onConfirm={disconnect}
      pending={isPending}
      error={<FailureNotice error={error} what={t("stillConnected")} role="alert" />}
    />
  );
}
