import "server-only";
import { parseEncryptionKey } from "@/lib/crypto/content";
import { type ConnectionRow, findConnection, renewCredentials } from "@/lib/db/connections";
import type { Keeper } from "@/lib/db/keeper";
import { AppError, isAppError } from "@/lib/errors";
import type { Owner } from "@/lib/memoram/memory-blobs";
import { isRefusal } from "@/lib/memoram/status-error";
import { openSecret } from "@/lib/services/connection/secrets";
import { credentialColumns, currentConnection, readStatus } from "@/lib/services/connection/status";
import { memoram } from "@/lib/services/runtime";

/** What it takes to work on a person's memories. Lives for one request; never leaves the server. */
export type Access = Owner & { userId: string; requestId: string; encryptionKey: Buffer };

/** Before a write, credentials older than this are read again, lest a rotated key be used long. */
const CREDENTIALS_GOOD_MS = 5 * 60 * 1_000;

/**
 * A status that was seen longer ago is looked up before memories are touched. Memoram lets this
 * installation in as long as one of its requests for a person is approved: where two people of
 * Keepsake were let in for the same memories and one is no longer, nothing would be refused.
 */
const STATUS_GOOD_MS = 60 * 1_000;

/** @throws AppError that says why a connection cannot be used now. */
function assertApproved(row: ConnectionRow | null): asserts row is ConnectionRow {
  switch (row?.status) {
    case "approved":
      return;
    case "pending":
      throw new AppError("access-pending");
    case "rejected":
      throw new AppError("access-rejected");
    case "revoked":
      throw new AppError("access-revoked");
    default:
      throw new AppError("not-connected");
  }
}

async function toAccess(row: ConnectionRow): Promise<Access> {
  const memoryKey = await openSecret(row, "memoryKey");
  const encryptionKey = await openSecret(row, "encryptionKey");
  const { userId, memoramUserId, accessRequestId: requestId } = row;
  if (!memoryKey || !encryptionKey || !memoramUserId || !requestId) {
    throw new AppError("not-connected");
  }
  return {
    userId,
    requestId,
    memoramUserId,
    memoryKey,
    encryptionKey: parseEncryptionKey(encryptionKey),
  };
}

/**
 * Reads the request behind a 403 again and moves the connection accordingly.
 * @throws AppError access-revoked and the like, unless it is still approved; memoram-*.
 */
async function recheck(userId: string): Promise<void> {
  const row = await findConnection(userId);
  assertApproved(row);
  try {
    await readStatus(row);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    throw new AppError("memoram-bad-response", { cause: error });
  }
  assertApproved(await findConnection(userId));
}

/**
 * Reads the credentials again: the key may have been rotated (`key_version` [D]).
 * @throws AppError access-revoked and the like when they are refused now; memoram-*.
 */
export async function rereadCredentials(access: Access): Promise<Access> {
  const { userId, requestId } = access;
  const readAt = new Date();
  try {
    const credentials = await memoram().accessRequests.credentials(requestId);
    if (credentials.memoramUserId !== access.memoramUserId) {
      throw new AppError("memoram-bad-response", { cause: new Error("Another user.") });
    }
    const columns = await credentialColumns(userId, credentials, readAt);
    await renewCredentials(userId, requestId, columns);
    const row = await findConnection(userId);
    assertApproved(row);
    return await toAccess(row);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    await recheck(userId);
    throw new AppError("memoram-bad-response", { cause: error });
  }
}

const isOlder = (time: Date | null, ms: number) => Date.now() - (time?.getTime() ?? 0) > ms;

/** The connection as last known, looked up upstream where that may be wrong. */
async function connectionForWork(userId: string): Promise<ConnectionRow | null> {
  const row = await findConnection(userId);
  // Whoever has just approved need not wait for a page to ask.
  if (row?.status === "pending") return currentConnection(userId);
  const isStale = row?.status === "approved" && isOlder(row.checkedAt, STATUS_GOOD_MS);
  return isStale ? currentConnection(userId) : row;
}

async function requireAccess(userId: string, purpose: "read" | "write"): Promise<Access> {
  const row = await connectionForWork(userId);
  assertApproved(row);
  const access = await toAccess(row);
  const isStale = isOlder(row.credentialsReadAt, CREDENTIALS_GOOD_MS);
  return purpose === "write" && isStale ? rereadCredentials(access) : access;
}

/** Runs a call that names one memory only: what Memoram finds malformed in it is the id. */
export async function aboutId<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (isRefusal(error, 400, 410, 422)) throw new AppError("not-found", { cause: error });
    throw error;
  }
}

/**
 * As whom a person is connected, for what is kept here of their memories.
 * @throws AppError that says why a person's connection cannot be used now.
 */
export async function assertConnected(userId: string): Promise<Keeper> {
  const row = await connectionForWork(userId);
  assertApproved(row);
  const { memoramUserId } = row;
  if (memoramUserId === null) throw new AppError("not-connected");
  return { userId, memoramUserId };
}

/**
 * Runs `work` with a person's access. An upstream 403 re-reads the access request: when it is
 * still approved, what was asked for belongs to somebody else, which is answered like something
 * that does not exist; a 404 likewise.
 * @throws AppError not-connected, access-pending, access-rejected, access-revoked, not-found,
 *   memoram-*.
 */
export async function withAccess<T>(
  userId: string,
  purpose: "read" | "write",
  work: (access: Access) => Promise<T>,
): Promise<T> {
  const access = await requireAccess(userId, purpose);
  try {
    return await work(access);
  } catch (error) {
    if (isRefusal(error, 403)) {
      await recheck(userId);
      throw new AppError("not-found", { cause: error });
    }
    if (isRefusal(error, 404)) throw new AppError("not-found", { cause: error });
    if (isRefusal(error)) throw new AppError("memoram-bad-response", { cause: error });
    throw error;
  }
}

/** True for what a second look at credentials may throw without hiding the first result. */
export const isUpstreamTrouble = (error: unknown) =>
  isAppError(
    error,
    "memoram-unavailable",
    "memoram-timeout",
    "memoram-bad-response",
    "memoram-rate-limited",
    "memoram-credentials",
  );
