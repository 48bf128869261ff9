import "server-only";
import { randomUUID } from "node:crypto";
import { type SealedColumn, sealedIn } from "@/lib/crypto/sealed-columns";
import { VaultError } from "@/lib/crypto/vault";
import type { ConnectionRow } from "@/lib/db/connections";
import { AppError } from "@/lib/errors";
import { causeOf, log } from "@/lib/log";
import { vault } from "@/lib/services/runtime";

type Column = SealedColumn<"Connection">;

/** Seals a secret for its column of this person's connection: it opens nowhere else. */
export function sealSecret(userId: string, column: Column, value: string): Promise<string> {
  return vault().seal(value, sealedIn("Connection", column, userId));
}

/** The columns of a memory key that is stored now: sealed, with a mark of its own. */
export async function memoryKeyColumns(userId: string, memoryKey: string) {
  return { memoryKey: await sealSecret(userId, "memoryKey", memoryKey), keyMark: randomUUID() };
}

/**
 * Opens a secret of a connection; null when there is none.
 * @throws AppError not-connected when it does not open (its vault key is gone, or it was changed):
 *   never a fallback; connecting anew replaces it.
 */
export async function openSecret(row: ConnectionRow, column: Column): Promise<string | null> {
  try {
    return await open(row, column);
  } catch (cause) {
    if (!(cause instanceof VaultError)) throw cause;
    log.error("a secret does not open", { userId: row.userId, cause: causeOf(cause) });
    throw new AppError("not-connected", { detail: lostKey, cause });
  }
}

const lostKey =
  "Keepsake can no longer open the keys of this connection. Sign out, then sign in with Memoram again.";

async function open(row: ConnectionRow, column: Column): Promise<string | null> {
  const sealed = row[column];
  if (sealed === null) return null;
  return vault().open(sealed, sealedIn("Connection", column, row.userId));
}

/**
 * As `openSecret`, and null for one that does not open: only where a secret that was just proven
 * anew is about to take its place.
 */
export async function openSecretIfPossible(
  row: ConnectionRow,
  column: Column,
): Promise<string | null> {
  try {
    return await open(row, column);
  } catch (error) {
    if (error instanceof VaultError) return null;
    throw error;
  }
}
