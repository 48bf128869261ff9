import "server-only";
import {
  type ConnectionChange,
  type ConnectionRow,
  changeIfUnchanged,
  claimRequest,
  findConnection,
} from "@/lib/db/connections";
import { LeaseBusyError, withLease } from "@/lib/db/leases";
import { env } from "@/lib/env";
import { AppError, isAppError } from "@/lib/errors";
import { causeOf, log } from "@/lib/log";
import type { AccessRequest } from "@/lib/memoram/access-requests";
import { isRefusal } from "@/lib/memoram/status-error";
import { requestForPastedKey, signInInstead } from "@/lib/services/connection/pasted-key";
import { requestForProvenKey } from "@/lib/services/connection/proven-key";
import { openSecret } from "@/lib/services/connection/secrets";
import { followRequest } from "@/lib/services/connection/status";

/**
 * Lets one instance at a time ask for a person. A refusal that nobody expected is an answer that
 * cannot be read.
 * @throws LeaseBusyError when somebody else is asking for long; what `work` throws.
 */
export async function askAlone<T>(userId: string, work: () => Promise<T>): Promise<T> {
  try {
    return await withLease(`ask:${userId}`, { waitMs: 10_000 }, work);
  } catch (error) {
    if (isRefusal(error)) throw new AppError("memoram-bad-response", { cause: error });
    throw error;
  }
}

function notOurs(provenance: ConnectionRow["provenance"]): AppError {
  if (provenance === "pasted") return signInInstead();
  const detail =
    "Memoram answered with a request that was made for somebody else. Reject it in your Memoram dashboard, then ask again.";
  return new AppError("memoram-bad-response", { detail });
}

/** The request is made, whatever becomes of this: the next look at the status follows it again. */
async function followIfPossible(userId: string, request: AccessRequest): Promise<void> {
  const row = await findConnection(userId);
  if (row === null) return;
  try {
    await followRequest(row, request);
  } catch (error) {
    if (!isAppError(error) && !isRefusal(error)) throw error;
    log.warn("following a new request failed", { userId, cause: causeOf(error) });
  }
}

type Key = Pick<ConnectionRow, "provenance"> & ConnectionChange;

/**
 * Makes a request the one of a connection, unless that has changed since `row` was read: then the
 * request is only noted, and found again when it is wanted. `key` is what the request was made
 * with, where `row` does not hold it yet.
 * @throws AppError when the request is somebody else's.
 */
export async function bindRequest(
  row: ConnectionRow,
  request: AccessRequest,
  key: Key = { provenance: row.provenance },
): Promise<ConnectionRow | null> {
  if (!(await claimRequest(row.userId, request.id))) throw notOurs(key.provenance);
  // Only with a request is a pasted key the connection's: it may have lain here since an earlier attempt.
  const isFirstOfPastedKey =
    key.memoryKey !== undefined || (row.provenance === "pasted" && row.accessRequestId === null);
  const used = await changeIfUnchanged(
    row,
    {
      ...key,
      status: "pending",
      accessRequestId: request.id,
      reason: request.reason,
      requestedAt: new Date(request.createdAt),
      decidedAt: null,
      checkedAt: null,
    },
    isFirstOfPastedKey ? ["connect", "ask"] : ["ask"],
  );
  if (used) await followIfPossible(row.userId, request);
  return findConnection(row.userId);
}

/**
 * Asks for access with the key of `row`; the caller holds the lease. Changes nothing while a
 * request is pending or approved.
 */
export async function askWith(row: ConnectionRow | null, reason?: string) {
  if (row?.status === "pending" || row?.status === "approved") return row;
  const memoryKey = row && (await openSecret(row, "memoryKey"));
  if (!row || !memoryKey) throw new AppError("not-connected");
  const text = reason ?? env().MEMORAM_ACCESS_REASON;
  if (row.provenance === "oauth") {
    return bindRequest(row, await requestForProvenKey(row.userId, memoryKey, text));
  }
  if (row.requestReference === null) throw new AppError("not-connected");
  return bindRequest(row, await requestForPastedKey(memoryKey, row.requestReference, text));
}

/**
 * Asks Memoram for access with the key that is stored.
 * @throws AppError not-connected without a key; validation-failed when Memoram refuses a pasted
 *   key; memoram-* when Memoram cannot be asked: the connection then stays as it was.
 */
export async function ask(userId: string, reason?: string): Promise<ConnectionRow | null> {
  try {
    return await askAlone(userId, async () => askWith(await findConnection(userId), reason));
  } catch (error) {
    // Somebody else is asking for the same person right now: answer with what there is.
    if (error instanceof LeaseBusyError) return findConnection(userId);
    throw error;
  }
}
