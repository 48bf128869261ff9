import "server-only";
import { VaultError } from "@/lib/crypto/vault";
import type { ConnectionRow } from "@/lib/db/connections";
import { vault } from "@/lib/services/runtime";

type Column = "memoryKey" | "userTokens" | "encryptionKey";

/** Seals a secret for its column of this person's connection: it opens nowhere else. */
export function sealSecret(userId: string, column: Column, value: string): Promise<string> {
  return vault().seal(value, { table: "Connection", column, userId });
}

/**
 * Opens a secret of a connection; null when there is none.
 * @throws VaultError when it does not open: never a fallback.
 */
export async function openSecret(row: ConnectionRow, column: Column): Promise<string | null> {
  const sealed = row[column];
  if (sealed === null) return null;
  return vault().open(sealed, { table: "Connection", column, userId: row.userId });
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
    return await openSecret(row, column);
  } catch (error) {
    if (error instanceof VaultError) return null;
    throw error;
  }
}
