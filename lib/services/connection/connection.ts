import "server-only";
import type { Connection } from "@/lib/contract/connection";
import { disconnectConnection, findConnection } from "@/lib/db/connections";
import type { UserTokens } from "@/lib/memoram/oauth";
import { ask } from "@/lib/services/connection/ask";
import { authorize } from "@/lib/services/connection/authorize";
import { pasteMemoryKey as paste } from "@/lib/services/connection/paste";
import { currentConnection } from "@/lib/services/connection/status";
import { toConnection } from "@/lib/services/connection/view";

/** Where the person stands; follows the access request when it may be looked at again. */
export async function getConnection(userId: string): Promise<Connection> {
  return toConnection(await currentConnection(userId));
}

/** The last known status, without asking Memoram: for deciding which page to show. */
export async function storedStatus(userId: string): Promise<Connection["status"]> {
  return (await findConnection(userId))?.status ?? "none";
}

/** How and when the key that is in use came here; null without one. For the page, not the API. */
export async function keyOrigin(
  userId: string,
): Promise<{ provenance: "oauth" | "pasted"; at: string } | null> {
  const row = await findConnection(userId);
  if (!row || row.status === "disconnected") return null;
  return { provenance: row.provenance, at: row.authorizedAt.toISOString() };
}

/** What follows a sign-in: the proven key is stored and access asked for, at the first time. */
export async function completeSignIn(
  userId: string,
  tokens: UserTokens | null,
): Promise<Connection> {
  const row = tokens ? await authorize(userId, tokens) : await currentConnection(userId);
  return toConnection(row);
}

/**
 * Asks for access (again); while pending or approved it changes nothing.
 * @throws AppError not-connected, memoram-*.
 */
export async function askForAccess(userId: string, reason?: string): Promise<Connection> {
  return toConnection(await ask(userId, reason));
}

/** @throws AppError validation-failed for a key that may not be used this way; memoram-*. */
export async function pasteMemoryKey(userId: string, memoryKey: string): Promise<Connection> {
  return toConnection(await paste(userId, memoryKey));
}

/** Erases every secret here. The request upstream stays: Memoram has no call that ends it. */
export async function disconnect(userId: string): Promise<void> {
  await disconnectConnection(userId);
}
