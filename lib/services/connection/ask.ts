import "server-only";
import {
  bindRequest,
  type ConnectionRow,
  findConnection,
  knownRequestIds,
  ownerOfRequest,
} from "@/lib/db/connections";
import { LeaseBusyError, withLease } from "@/lib/db/leases";
import { env } from "@/lib/env";
import { AppError, invalid } from "@/lib/errors";
import type { AccessRequest } from "@/lib/memoram/access-requests";
import { isRefusal } from "@/lib/memoram/status-error";
import { openSecret } from "@/lib/services/connection/secrets";
import { followRequest } from "@/lib/services/connection/status";
import { memoram } from "@/lib/services/runtime";

/** Memoram shows a reason of at most this many characters [D]. */
const REASON_LENGTH = 255;

/** A pasted key proves nothing: only a request that this connection made, new and pending, counts. */
export const signInInstead = () =>
  invalid(
    "memoryKey",
    "This Memory Key cannot be used by pasting it. Sign in with Memoram instead.",
  );

const isLive = ({ status }: AccessRequest) => status === "pending" || status === "approved";

async function isSomebodyElses(request: AccessRequest, userId: string): Promise<boolean> {
  const owner = await ownerOfRequest(request.id);
  return owner !== null && owner !== userId;
}

/** For a key proven by OAuth: a live request of ours with the same key, instead of asking twice. */
async function findLiveRequest(userId: string, memoryKey: string): Promise<AccessRequest | null> {
  const fits = (request: AccessRequest) => isLive(request) && request.memoryKey === memoryKey;
  for (const id of await knownRequestIds(userId)) {
    try {
      const request = await memoram().accessRequests.read(id);
      if (fits(request)) return request;
    } catch (error) {
      if (!isRefusal(error)) throw error;
    }
  }
  for (const request of await memoram().accessRequests.list()) {
    if (fits(request) && !(await isSomebodyElses(request, userId))) return request;
  }
  return null;
}

async function create(memoryKey: string, reason: string): Promise<AccessRequest> {
  try {
    return await memoram().accessRequests.create(memoryKey, reason);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    throw invalid("memoryKey", "Memoram does not know this Memory Key.", error);
  }
}

function withReference(reason: string, reference: string): string {
  const mark = ` (ref ${reference})`;
  return reason.slice(0, REASON_LENGTH - mark.length) + mark;
}

/**
 * A new request for a pasted key. The reference in its reason was stored before the request was
 * sent: after a crash it tells our own request from everybody else's.
 * @throws signInInstead when the answer is a request that existed before, or is not pending.
 */
async function askWithPastedKey(
  row: ConnectionRow,
  memoryKey: string,
  reason: string,
): Promise<AccessRequest> {
  const marked = withReference(reason, row.requestReference ?? "");
  const before = await memoram().accessRequests.list();
  const ours = before.find((request) => request.reason === marked && request.status === "pending");
  if (ours && !(await isSomebodyElses(ours, row.userId))) return ours;
  const request = await create(memoryKey, marked);
  const known =
    before.some(({ id }) => id === request.id) || (await ownerOfRequest(request.id)) !== null;
  if (known || request.status !== "pending") throw signInInstead();
  return request;
}

async function askWithProvenKey(row: ConnectionRow, memoryKey: string, reason: string) {
  const live = await findLiveRequest(row.userId, memoryKey);
  return live ?? create(memoryKey, reason);
}

/**
 * Asks Memoram for access with the key that is stored. Changes nothing while a request is pending
 * or approved; only one instance asks at a time.
 * @throws AppError not-connected without a key; validation-failed when Memoram refuses the key;
 *   memoram-* when Memoram cannot be asked: the connection then stays as it was.
 */
export async function ask(userId: string, reason?: string): Promise<ConnectionRow | null> {
  try {
    return await withLease(`ask:${userId}`, { ttlMs: 60_000, waitMs: 10_000 }, async () => {
      const row = await findConnection(userId);
      if (row?.status === "pending" || row?.status === "approved") return row;
      const memoryKey = row && (await openSecret(row, "memoryKey"));
      if (!row || !memoryKey) throw new AppError("not-connected");
      const text = reason ?? env().MEMORAM_ACCESS_REASON;
      const request =
        row.provenance === "oauth"
          ? await askWithProvenKey(row, memoryKey, text)
          : await askWithPastedKey(row, memoryKey, text);
      const bound = await bindRequest(userId, {
        id: request.id,
        reason: request.reason ?? text,
        requestedAt: new Date(request.createdAt),
      });
      return bound && bound.accessRequestId === request.id ? followRequest(bound, request) : bound;
    });
  } catch (error) {
    // Somebody else is asking for the same person right now: answer with what there is.
    if (error instanceof LeaseBusyError) return findConnection(userId);
    throw error;
  }
}
