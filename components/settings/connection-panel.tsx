"use client";

import Link from "next/link";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { RelativeTime } from "@/components/ui/relative-time";
import { useConnection } from "@/lib/client/connection";
import type { Connection } from "@/lib/contract/connection";
import { canDisconnect } from "./can-disconnect";
import { DisconnectButton } from "./disconnect-button";
import { Panel } from "./panel";

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
  return (
    <Panel query={useConnection()} loading={t("loadingConnection")} unread={t("connectionUnread")}>
      {(connection) => <ConnectionState connection={connection} />}
    </Panel>
  );
}

function ConnectionState({ connection }: { connection: Connection }) {
  const t = useTranslations("settings");
  const approved = connection.status === "approved";
  return (
    <div className="grid gap-5">
      <dl>
        <Row term={t("status")}>{t(`states.${connection.status}.state`)}</Row>
        {connection.requestedAt !== null && (
          <Row term={t("requested")}>
            <RelativeTime value={connection.requestedAt} format="date" />
          </Row>
        )}
        {connection.decidedAt !== null && (
          <Row term={approved ? t("connectedSince") : t("decided")}>
            <RelativeTime value={connection.decidedAt} format="date" />
          </Row>
        )}
        {connection.keyVersion !== null && (
          <Row term={t("key")}>{t("keyVersion", { version: String(connection.keyVersion) })}</Row>
        )}
      </dl>
      <div className="flex flex-wrap gap-2">
        {!approved && (
          <Button variant="primary" asChild>
            <Link href="/connect?next=/settings">{t(`states.${connection.status}.action`)}</Link>
          </Button>
        )}
        {canDisconnect(connection.status) && (
          <DisconnectButton dashboardUrl={connection.dashboardUrl} />
        )}
      </div>
    </div>
  );
}
