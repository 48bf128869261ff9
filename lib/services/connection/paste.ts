import "server-only";
import { randomBytes } from "node:crypto";
import {
  type ConnectionRow,
  findConnection,
  putConnection,
  restoreConnection,
} from "@/lib/db/connections";
import { invalid, isAppError } from "@/lib/errors";
import { ask } from "@/lib/services/connection/ask";
import { sealSecret } from "@/lib/services/connection/secrets";

/** Ten characters that a person can compare by eye: no 0, O, 1, I. */
function newReference(): string {
  const letters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
  return Array.from(randomBytes(10), (byte) => letters[byte % letters.length]).join("");
}

/**
 * Connects with a Memory Key that the person typed in [D: "obtained from the user directly"]. Such
 * a key proves nothing: it signs nobody in, and only an access request that this call makes, new
 * and pending, may be used; see docs/decisions. When it is refused, what was there stays.
 * @throws AppError validation-failed, memoram-*.
 */
export async function pasteMemoryKey(
  userId: string,
  memoryKey: string,
): Promise<ConnectionRow | null> {
  const previous = await findConnection(userId);
  if (previous?.status === "approved") {
    throw invalid("memoryKey", "You are connected already. Disconnect first to use another key.");
  }
  await putConnection({
    userId,
    status: "authorized",
    provenance: "pasted",
    memoryKey: await sealSecret(userId, "memoryKey", memoryKey),
    userTokens: null,
    accessRequestId: null,
    requestReference: newReference(),
    reason: null,
    authorizedAt: new Date(),
    requestedAt: null,
    decidedAt: null,
    memoramUserId: null,
    encryptionKey: null,
    keyVersion: null,
    credentialsReadAt: null,
    checkedAt: null,
  });
  try {
    return await ask(userId);
  } catch (error) {
    if (isAppError(error, "validation-failed")) await restoreConnection(userId, previous);
    throw error;
  }
}
