"use client";

import Link from "next/link";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { RelativeTime } from "@/components/ui/relative-time";
import { Skeleton } from "@/components/ui/skeleton";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import { useConnection } from "@/lib/client/connection";
import { useDescribeError } from "@/lib/client/describe-error";
import { canDisconnect } from "./can-disconnect";
import { DisconnectButton } from "./disconnect-button";

function Row({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="grid grid-cols-[7.5rem_minmax(0,1fr)] gap-3 py-1">
      <dt className="text-ink-3 text-note">{term}</dt>
      <dd className="text-ink text-note">{children}</dd>
    </div>
  );
}

/** How Keepsake stands with Memoram, since when, under which key; and the way out of it. */
export function ConnectionPanel() {
  const t = useTranslations("settings");
  const common = useTranslations("common");
  const describeError = useDescribeError();
  const { data, error, isFetching, refetch } = useConnection();
  if (!data && error) {
    const words = describeError(error, t("connectionUnread"));
    return (
      <Notice
        tone="danger"
        role="alert"
        title={words.title}
        actions={
          <Button size="sm" pending={isFetching} onClick={() => refetch()}>
            {common("tryAgain")}
          </Button>
        }
      >
        <p>{words.detail}</p>
      </Notice>
    );
  }
  if (!data) {
    return (
      <div className="grid gap-3">
        <VisuallyHidden role="status">{t("loadingConnection")}</VisuallyHidden>
        <Skeleton className="w-64" />
        <Skeleton className="w-48" />
      </div>
    );
  }
  const approved = data.status === "approved";
  return (
    <div className="grid gap-5">
      <dl>
        <Row term={t("status")}>{t(`states.${data.status}.state`)}</Row>
        {data.requestedAt !== null && (
          <Row term={t("requested")}>
            <RelativeTime value={data.requestedAt} format="date" />
          </Row>
        )}
        {data.decidedAt !== null && (
          <Row term={approved ? t("connectedSince") : t("decided")}>
            <RelativeTime value={data.decidedAt} format="date" />
          </Row>
        )}
        {data.keyVersion !== null && (
          <Row term={t("key")}>{t("keyVersion", { version: String(data.keyVersion) })}</Row>
        )}
      </dl>
      <div className="flex flex-wrap gap-2">
        {!approved && (
          <Button variant="primary" asChild>
            <Link href="/connect?next=/settings">{t(`states.${data.status}.action`)}</Link>
          </Button>
        )}
        {canDisconnect(data.status) && <DisconnectButton dashboardUrl={data.dashboardUrl} />}
      </div>
    </div>
  );
}
