"use client";

import { Download } from "lucide-react";
import Link from "next/link";
import { toast } from "sonner";
import { useTranslations } from "use-intl";
import { FailureNotice } from "@/components/states/failure-notice";
import { RetryButton } from "@/components/states/retry-button";
import { Button } from "@/components/ui/button";
import { useExport } from "@/lib/client/account";
import { DeleteAccount } from "./delete-account";

/** What Keepsake itself keeps of a person: to look at, to take along, to erase. */
export function OwnData({ dashboardUrl }: { dashboardUrl: string }) {
  const t = useTranslations("account.data");
  const { mutate, isPending, error } = useExport();
  const save = () => mutate(undefined, { onSuccess: () => void toast(t("downloaded")) });
  return (
    <div className="grid gap-7">
      <Link
        href="/activity"
        className="touch-target justify-self-start rounded-small text-accent text-ui underline underline-offset-2"
      >
        {t("activity")}
      </Link>
      <div className="grid gap-2">
        <Button pending={isPending} onClick={save} className="justify-self-start">
          <Download aria-hidden="true" />
          {t("download")}
        </Button>
        <p className="max-w-prose text-ink-2 text-note">{t("downloadHint")}</p>
        <div aria-live="polite" className="empty:hidden">
          <FailureNotice
            error={error}
            what={t("notDownloaded")}
            actions={<RetryButton size="sm" error={error} onRetry={save} pending={isPending} />}
          />
        </div>
      </div>
      <div className="grid gap-2">
        <DeleteAccount dashboardUrl={dashboardUrl} />
        <p className="max-w-prose text-ink-2 text-note">{t("deleteHint")}</p>
      </div>
    </div>
  );
}
