import "server-only";
import {
  type ConnectionRow,
  changeConnection,
  claimStatusCheck,
  findConnection,
} from "@/lib/db/connections";
import { isAppError } from "@/lib/errors";
import type { AccessRequest, Credentials } from "@/lib/memoram/access-requests";
import { isRefusal } from "@/lib/memoram/status-error";
import { sealSecret } from "@/lib/services/connection/secrets";
import { memoram } from "@/lib/services/runtime";

/** Upstream is asked at most this often per connection, whatever the number of tabs. */
const CHECK_EVERY_MS = 2_000;
/** A look at the status does not wait as long as the work the person asked for. */
const STATUS_CALL_MS = 5_000;

/** The columns that hold credentials, sealed. */
export async function credentialColumns(userId: string, credentials: Credentials) {
  return {
    memoryKey: await sealSecret(userId, "memoryKey", credentials.memoryKey),
    encryptionKey: await sealSecret(userId, "encryptionKey", credentials.encryptionKey),
    memoramUserId: credentials.memoramUserId,
    keyVersion: credentials.keyVersion,
    credentialsReadAt: new Date(),
  };
}

/** The encryption key goes at once when access ends; the memory key stays, to ask again with. */
const accessEnded = {
  encryptionKey: null,
  keyVersion: null,
  memoramUserId: null,
  credentialsReadAt: null,
};

/**
 * Moves a connection to where its access request stands upstream. Repeating it changes nothing
 * more; credentials are fetched before the status becomes `approved`, so that approved always
 * means usable.
 */
export async function followRequest(
  row: ConnectionRow,
  request: AccessRequest,
): Promise<ConnectionRow | null> {
  const { userId } = row;
  const decidedAt = new Date(request.updatedAt);
  switch (request.status) {
    case "pending":
      if (row.status === "pending") return row;
      return changeConnection(userId, request.id, { ...accessEnded, status: "pending" });
    case "rejected":
    case "revoked":
      if (row.status === request.status) return row;
      return changeConnection(userId, request.id, {
        ...accessEnded,
        status: request.status,
        decidedAt,
      });
    case "approved": {
      if (row.status === "approved") return row;
      const credentials = await readCredentials(request.id);
      if (credentials === null) return row;
      return changeConnection(userId, request.id, {
        ...(await credentialColumns(userId, credentials)),
        status: "approved",
        decidedAt,
      });
    }
  }
}

/** Null when they are refused: the person decided otherwise between two calls. */
async function readCredentials(requestId: string): Promise<Credentials | null> {
  try {
    return await memoram().accessRequests.credentials(requestId);
  } catch (error) {
    if (isRefusal(error, 403)) return null;
    throw error;
  }
}

/**
 * Reads the access request upstream and follows it, without asking how long ago it was last read.
 * A request that is gone upstream counts as revoked.
 * @throws AppError when Memoram cannot be asked.
 */
export async function readStatus(row: ConnectionRow): Promise<ConnectionRow | null> {
  const { userId, accessRequestId } = row;
  if (accessRequestId === null) return row;
  try {
    const request = await memoram().accessRequests.read(accessRequestId, STATUS_CALL_MS);
    return await followRequest(row, request);
  } catch (error) {
    if (!isRefusal(error, 404)) throw error;
    return changeConnection(userId, accessRequestId, {
      ...accessEnded,
      status: "revoked",
      decidedAt: new Date(),
    });
  }
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
    return await readStatus(row);
  } catch (error) {
    if (isAppError(error) || isRefusal(error)) return findConnection(userId);
    throw error;
  }
}
