import "server-only";
import { type SealedTableShape, sealedColumns } from "@/lib/crypto/sealed-columns";
import {
  createVault,
  parseVaultKeys,
  type Vault,
  VaultError,
  type VaultErrorCode,
} from "@/lib/crypto/vault";
import type { SealedRow, SealedTableOf } from "@/lib/db/sealed-values";
import { env } from "@/lib/env";

/** A sealed value, by its place and never by what it holds. `key` is its row's primary key. */
export type ValuePlace = { table: string; column: string; key: Record<string, string> };

const shapes: [string, SealedTableShape][] = Object.entries(sealedColumns);

/** Every table with sealed columns. */
export const sealedTables: readonly SealedTableOf[] = shapes.map(([table, shape]) => ({
  table,
  ...shape,
}));

export function placeOf(table: SealedTableOf, row: SealedRow, column: string): ValuePlace {
  const key = table.key.map((part, at) => [part, row.key[at] ?? ""]);
  return { table: table.table, column, key: Object.fromEntries(key) };
}

/** The values of a row that are there, with the names of their columns. */
export function valuesIn(
  table: SealedTableOf,
  row: SealedRow,
): { column: string; value: string }[] {
  return table.columns.flatMap((column, at) => {
    const value = row.values[at] ?? null;
    return value === null ? [] : [{ column, value }];
  });
}

/** What a value holds, or why it does not open. */
export async function openValue(
  vault: Vault,
  { table }: SealedTableOf,
  { owner }: SealedRow,
  { column, value }: { column: string; value: string },
): Promise<{ plaintext: string } | { why: VaultErrorCode }> {
  try {
    return { plaintext: await vault.open(value, { table, column, userId: owner }) };
  } catch (error) {
    if (error instanceof VaultError) return { why: error.code };
    throw error;
  }
}

/** The keys of `VAULT_KEYS` as a vault, and the name of the first, which seals. */
export function keyring(): { vault: Vault; first: string } {
  const keys = parseVaultKeys(env().VAULT_KEYS);
  return { vault: createVault(keys), first: keys[0]?.kid ?? "" };
}
