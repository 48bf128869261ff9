"use client";

import Link from "next/link";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { RelativeTime } from "@/components/ui/relative-time";
import { Skeleton } from "@/components/ui/skeleton";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import { useConnection } from "@/lib/client/connection";
import { useDescribeError } from "@/lib/client/describe-error";
import { canDisconnect, connectionWords } from "./connection-words";
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
  const describeError = useDescribeError();
  const { data, error, isFetching, refetch } = useConnection();
  if (!data && error) {
    const words = describeError(error, "Your connection could not be read");
    return (
      <Notice
        tone="danger"
        role="alert"
        title={words.title}
        actions={
          <Button size="sm" pending={isFetching} onClick={() => refetch()}>
            Try again
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
        <VisuallyHidden role="status">Loading your connection</VisuallyHidden>
        <Skeleton className="w-64" />
        <Skeleton className="w-48" />
      </div>
    );
  }
  const { state, action } = connectionWords[data.status];
  const approved = data.status === "approved";
  return (
    <div className="grid gap-5">
      <dl>
        <Row term="Status">{state}</Row>
        {data.requestedAt !== null && (
          <Row term="Requested">
            <RelativeTime value={data.requestedAt} format="date" />
          </Row>
        )}
        {data.decidedAt !== null && (
          <Row term={approved ? "Connected since" : "Decided"}>
            <RelativeTime value={data.decidedAt} format="date" />
          </Row>
        )}
        {data.keyVersion !== null && (
          <Row term="Key">Version {data.keyVersion}, stored encrypted on the server</Row>
        )}
      </dl>
      <div className="flex flex-wrap gap-2">
        {!approved && (
          <Button variant="primary" asChild>
            <Link href="/connect?next=/settings">{action}</Link>
          </Button>
        )}
        {canDisconnect(data.status) && <DisconnectButton dashboardUrl={data.dashboardUrl} />}
      </div>
    </div>
  );
}
