import "server-only";
import {
  type ConnectionRow,
  findConnection,
  putConnection,
  renewAuthorization,
} from "@/lib/db/connections";
import { isAppError } from "@/lib/errors";
import { causeOf, log } from "@/lib/log";
import type { UserTokens } from "@/lib/memoram/oauth";
import { ask } from "@/lib/services/connection/ask";
import { freshKey } from "@/lib/services/connection/fresh-key";
import { openSecretIfPossible, sealSecret } from "@/lib/services/connection/secrets";
import { currentConnection } from "@/lib/services/connection/status";

/** How often a row that keeps changing is looked at again. */
const RENEWALS = 3;

/**
 * What a renewed sign-in leaves as it is, because it still is about the same key. A secret that no
 * longer opens (its vault key is gone) is made anew, or the person could never come in again.
 */
async function keepsState(row: ConnectionRow, memoryKey: string): Promise<boolean> {
  if (row.status === "disconnected" || row.status === "authorized") return false;
  const stored = await openSecretIfPossible(row, "memoryKey");
  if (row.status !== "approved") return stored === memoryKey;
  if ((await openSecretIfPossible(row, "encryptionKey")) === null) return false;
  // An approved connection brings its own memory key with its credentials.
  return row.provenance === "oauth" ? stored !== null : stored === memoryKey;
}

/**
 * Notes the sign-in in a connection that stays as it is. Nobody may slip another key in between
 * looking at the key and calling it proven: when the row changed meanwhile, it is looked at again.
 * @returns false when the connection is to be made anew.
 */
async function renew(userId: string, memoryKey: string, userTokens: string): Promise<boolean> {
  for (let attempt = 0; attempt < RENEWALS; attempt += 1) {
    const row = await findConnection(userId);
    if (row === null || !(await keepsState(row, memoryKey))) return false;
    if (await renewAuthorization(row, userTokens)) return true;
  }
  return false;
}

/**
 * Stores what a sign-in with Memoram proved, and asks for access at the first time. When Memoram
 * cannot be asked the connection stays `authorized`; the person is shown a way to ask again.
 */
export async function authorize(userId: string, tokens: UserTokens): Promise<ConnectionRow | null> {
  const { memoryKey, accessToken, refreshToken, expiresAt } = tokens;
  const userTokens = await sealSecret(
    userId,
    "userTokens",
    JSON.stringify({ accessToken, refreshToken, expiresAt }),
  );
  if (await renew(userId, memoryKey, userTokens)) return currentConnection(userId);
  const key = { provenance: "oauth", memoryKey, userTokens, requestReference: null } as const;
  await putConnection({ userId, ...(await freshKey(userId, key)) });
  try {
    return await ask(userId);
  } catch (error) {
    if (!isAppError(error)) throw error;
    log.warn("asking for access failed", { userId, code: error.code, cause: causeOf(error.cause) });
    return findConnection(userId);
  }
}
