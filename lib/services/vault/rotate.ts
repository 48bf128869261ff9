import "server-only";
import { kidInHeader } from "@/lib/crypto/sealed-header";
import type { Vault, VaultErrorCode } from "@/lib/crypto/vault";
import {
  type Replacement,
  replaceSealed,
  type SealedTableOf,
  sealedRow,
  sealedRowsAfter,
} from "@/lib/db/sealed-values";
import {
  keyring,
  openValue,
  placeOf,
  sealedTables,
  type ValuePlace,
  valuesIn,
} from "@/lib/services/vault/sealed-tables";

/** A value that stays as it is, because it does not open. */
export type Unmovable = ValuePlace & { why: VaultErrorCode };

/** How far a rotation is: rows looked at in `table` in this pass, and values moved altogether. */
export type RotationProgress = { pass: number; table: string; rows: number; moved: number };

/** `settled` is false when even the last pass found values of another key. */
export type Rotation = { first: string; moved: number; unmovable: number; settled: boolean };

const BATCH = 500;
/** Rows under way at once: sealing and the database take turns. */
const AT_ONCE = 4;
/** The second pass finds what was written behind the first one's back; there is rarely a third. */
const PASSES = 5;
/** A row that is changed again and again while it is being moved is left to the next pass. */
const ATTEMPTS = 5;

type Ring = { vault: Vault; first: string };
type Moved = { moved: number; unmovable: Unmovable[]; busy: boolean };

/** Seals a row's values anew that another key sealed; whoever writes to it meanwhile wins. */
async function moveRow(ring: Ring, table: SealedTableOf, key: readonly string[]): Promise<Moved> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const unmovable: Unmovable[] = [];
    const row = await sealedRow(table, key);
    if (row === null) return { moved: 0, unmovable, busy: false };
    const replacements: Replacement[] = [];
    for (const { column, value } of valuesIn(table, row)) {
      if (kidInHeader(value.split(".", 1)[0] ?? "") === ring.first) continue;
      const opened = await openValue(ring.vault, table, row, { column, value });
      if ("why" in opened) {
        unmovable.push({ ...placeOf(table, row, column), why: opened.why });
        continue;
      }
      const context = { table: table.table, column, userId: row.owner };
      const to = await ring.vault.seal(opened.plaintext, context);
      replacements.push({ column, from: value, to });
    }
    const done = replacements.length === 0 || (await replaceSealed(table, key, replacements));
    if (done) return { moved: replacements.length, unmovable, busy: false };
  }
  return { moved: 0, unmovable: [], busy: true };
}

/** Does `work` for every item, a few at once, and gives the results as they come. */
async function* inTurns<T, R>(items: readonly T[], work: (item: T) => Promise<R>) {
  for (let at = 0; at < items.length; at += AT_ONCE) {
    yield* await Promise.all(items.slice(at, at + AT_ONCE).map(work));
  }
}

/** Goes through a table in the order of its keys and moves what waits. */
async function* moveTable(
  ring: Ring,
  table: SealedTableOf,
  onRows: (count: number) => void,
): AsyncGenerator<Moved> {
  let after: readonly string[] | null = null;
  for (;;) {
    const rows = await sealedRowsAfter(table, after, { take: BATCH, onlyHeaders: true });
    const waiting = rows.filter((row) =>
      valuesIn(table, row).some(({ value }) => kidInHeader(value) !== ring.first),
    );
    yield* inTurns(waiting, ({ key }) => moveRow(ring, table, key));
    onRows(rows.length);
    if (rows.length < BATCH) return;
    after = rows.at(-1)?.key ?? null;
  }
}

/**
 * Moves every sealed value to the first key of `VAULT_KEYS`, while the app serves: each value is
 * replaced only while it is what was opened. Which ones wait is read off the values themselves, so
 * whatever ends it, it can be begun again. Yields, once each, what does not open and stays as it is.
 */
export async function* rotateVault(
  onProgress: (progress: RotationProgress) => void = () => {},
): AsyncGenerator<Unmovable, Rotation> {
  const ring = keyring();
  const told = new Set<string>();
  let moved = 0;
  for (let pass = 1; pass <= PASSES; pass += 1) {
    let again = false;
    for (const table of sealedTables) {
      const progress = { pass, table: table.table, rows: 0 };
      const tell = (rows: number) => {
        progress.rows += rows;
        onProgress({ ...progress, moved });
      };
      for await (const result of moveTable(ring, table, tell)) {
        moved += result.moved;
        again ||= result.moved > 0 || result.busy;
        for (const value of result.unmovable) {
          const place = JSON.stringify(value);
          if (told.has(place)) continue;
          told.add(place);
          yield value;
        }
      }
    }
    if (!again) return { first: ring.first, moved, unmovable: told.size, settled: true };
  }
  return { first: ring.first, moved, unmovable: told.size, settled: false };
}
