import "server-only";
import { kidInHeader } from "@/lib/crypto/sealed-header";
import type { VaultErrorCode } from "@/lib/crypto/vault";
import { sealedRowsAfter } from "@/lib/db/sealed-values";
import {
  keyring,
  openValue,
  placeOf,
  sealedTables,
  type ValuePlace,
  valuesIn,
} from "@/lib/services/vault/sealed-tables";

/** A value that does not open, or that is not sealed with the first key; `kid` is null for no header. */
export type VaultFinding = ValuePlace & { kid: string | null; why: VaultErrorCode | "old-key" };

/** How many values of a column name each key. */
export type ColumnCount = { table: string; column: string; kids: Map<string, number> };

/** Values may be long: a hundred thousand characters and more. */
const BATCH = 50;

/**
 * Opens every sealed value there is, with the keys of `VAULT_KEYS`, and yields those that do not
 * open and those that a rotation has yet to move. Changes nothing.
 */
export async function* checkVault(
  onProgress: (progress: { table: string; rows: number }) => void = () => {},
): AsyncGenerator<VaultFinding, ColumnCount[]> {
  const { vault, first } = keyring();
  const counts: ColumnCount[] = [];
  for (const table of sealedTables) {
    const kidsOf = new Map(table.columns.map((column) => [column, new Map<string, number>()]));
    let after: readonly string[] | null = null;
    let seen = 0;
    for (;;) {
      const rows = await sealedRowsAfter(table, after, { take: BATCH, onlyHeaders: false });
      for (const row of rows) {
        for (const value of valuesIn(table, row)) {
          const kid = kidInHeader(value.value.split(".", 1)[0] ?? "");
          const kids = kidsOf.get(value.column);
          const label = kid ?? "no key";
          kids?.set(label, (kids.get(label) ?? 0) + 1);
          const opened = await openValue(vault, table, row, value);
          const place = placeOf(table, row, value.column);
          if ("why" in opened) yield { ...place, kid, why: opened.why };
          else if (kid !== first) yield { ...place, kid, why: "old-key" };
        }
      }
      seen += rows.length;
      onProgress({ table: table.table, rows: seen });
      if (rows.length < BATCH) break;
      after = rows.at(-1)?.key ?? null;
    }
    for (const [column, kids] of kidsOf) counts.push({ table: table.table, column, kids });
  }
  return counts;
}
