"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import { AlertDialog } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useDisconnect } from "@/lib/client/connection";
import { useDescribeError } from "@/lib/client/describe-error";

/** Asks first, and says what disconnecting does and what it leaves. */
export function DisconnectButton({ dashboardUrl }: { dashboardUrl: string }) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const describeError = useDescribeError();
  const { mutate, isPending, error, reset } = useDisconnect();
  const words = error ? describeError(error, "Keepsake is still connected") : null;

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
        toast("Disconnected. Your keys are erased here.");
      },
    });
  }

  return (
    <AlertDialog
      open={open}
      onOpenChange={show}
      trigger={<Button className="text-danger">Disconnect</Button>}
      title="Disconnect from Memoram?"
      description={
        <>
          <p>
            Keepsake erases your Memory Key and encryption key, and can no longer read your
            memories. They stay in Memoram as they are, and you stay signed in here.
          </p>
          <p>
            The approved request stays too, until you revoke it in your{" "}
            <a
              href={dashboardUrl}
              target="_blank"
              rel="noopener"
              className="text-accent underline underline-offset-2"
            >
              Memoram dashboard
            </a>
            . Signing in again connects you again.
          </p>
        </>
      }
      confirmLabel="Disconnect"
      cancelLabel="Stay connected"
      onConfirm={disconnect}
      pending={isPending}
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
