import "server-only";
import type { Connection } from "@/lib/contract/connection";
import type { ConnectionRow } from "@/lib/db/connections";
import { env } from "@/lib/env";

const iso = (time: Date | null) => time?.toISOString() ?? null;

/** A connection as our API answers it: where it stands, and no secret. */
export function toConnection(row: ConnectionRow | null): Connection {
  return {
    status: row?.status ?? "none",
    reason: row?.reason ?? null,
    requestId: row?.accessRequestId ?? null,
    requestedAt: iso(row?.requestedAt ?? null),
    decidedAt: iso(row?.decidedAt ?? null),
    keyVersion: row?.keyVersion ?? null,
    dashboardUrl: env().MEMORAM_DASHBOARD_URL,
  };
}
