import "server-only";
import {
  type ConnectionRow,
  claimStatusCheck,
  endAccess,
  findConnection,
  moveOn,
} from "@/lib/db/connections";
import { isAppError } from "@/lib/errors";
import type { AccessRequest, Credentials } from "@/lib/memoram/access-requests";
import { isRefusal } from "@/lib/memoram/status-error";
import { memoryKeyColumns, sealSecret } from "@/lib/services/connection/secrets";
import { memoram } from "@/lib/services/runtime";

/** Upstream is asked at most this often per connection, whatever the number of tabs. */
const CHECK_EVERY_MS = 2_000;
/** A look at the status does not wait as long as the work the person asked for. */
const STATUS_MS = 5_000;

/** The columns that hold credentials, sealed. `readAt` is when reading them began. */
export async function credentialColumns(userId: string, credentials: Credentials, readAt: Date) {
  return {
    ...(await memoryKeyColumns(userId, credentials.memoryKey)),
    encryptionKey: await sealSecret(userId, "encryptionKey", credentials.encryptionKey),
    memoramUserId: credentials.memoramUserId,
    keyVersion: credentials.keyVersion,
    credentialsReadAt: readAt,
  };
}

/** The encryption key goes at once when access ends; the memory key stays, to ask again with. */
const withoutAccess = {
  encryptionKey: null,
  keyVersion: null,
  memoramUserId: null,
  credentialsReadAt: null,
};

/** Null when they are refused: the person decided otherwise between two calls. */
async function readCredentials(requestId: string, callMs: number): Promise<Credentials | null> {
  try {
    return await memoram().accessRequests.credentials(requestId, callMs);
  } catch (error) {
    if (isRefusal(error, 403)) return null;
    throw error;
  }
}

/**
 * Moves a connection to where its access request stands upstream. Repeating it changes nothing
 * more; credentials are fetched before the status becomes `approved`, so that approved always
 * means usable. `callMs` bounds that.
 * @throws AppError, MemoramStatusError when the credentials cannot be read.
 */
export async function followRequest(
  row: ConnectionRow,
  request: Pick<AccessRequest, "id" | "status" | "updatedAt">,
  callMs = STATUS_MS,
): Promise<void> {
  const { userId } = row;
  if (row.accessRequestId !== request.id || row.status === request.status) return;
  const decidedAt = new Date(request.updatedAt);
  switch (request.status) {
    case "pending":
      return moveOn(row, { ...withoutAccess, status: "pending", decidedAt: null });
    case "rejected":
    case "revoked": {
      const data = { ...withoutAccess, status: request.status, decidedAt };
      return endAccess(userId, request.id, data);
    }
    case "approved": {
      const readAt = new Date();
      const credentials = await readCredentials(request.id, callMs);
      if (credentials === null) return;
      const columns = await credentialColumns(userId, credentials, readAt);
      return moveOn(row, { ...columns, status: "approved", decidedAt });
    }
  }
}

/** A request that is gone upstream counts as revoked, from the moment we learned of it. */
async function readRequest(id: string) {
  try {
    return await memoram().accessRequests.read(id, STATUS_MS);
  } catch (error) {
    if (!isRefusal(error, 404)) throw error;
    return { id, status: "revoked", updatedAt: new Date().toISOString() } as const;
  }
}

/**
 * Reads the access request upstream and follows it, without asking how long ago it was last read;
 * takes at most five seconds.
 * @throws AppError, MemoramStatusError when Memoram cannot be asked.
 */
export async function readStatus(row: ConnectionRow): Promise<void> {
  if (row.accessRequestId === null) return;
  const deadline = Date.now() + STATUS_MS;
  const request = await readRequest(row.accessRequestId);
  await followRequest(row, request, Math.max(1, deadline - Date.now()));
}

/**
 * The connection as it stands now: looked up upstream at most once in 2 s, and as last known when
 * Memoram cannot be asked.
 */
export async function currentConnection(userId: string): Promise<ConnectionRow | null> {
  const row = await findConnection(userId);
  if (row === null || row.accessRequestId === null) return row;
  if (!(await claimStatusCheck(userId, CHECK_EVERY_MS))) return row;
  try {
    await readStatus(row);
  } catch (error) {
    if (!isAppError(error) && !isRefusal(error)) throw error;
  }
  return findConnection(userId);
}
