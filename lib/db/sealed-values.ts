import "server-only";
import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";

/** A table and its sealed columns; the names come from lib/crypto/sealed-columns.ts. */
export type SealedTableOf = {
  table: string;
  key: readonly string[];
  owner: string;
  columns: readonly string[];
};

/** The sealed values of a row, in the order of its table's columns; `key` is its primary key. */
export type SealedRow = { key: string[]; owner: string; values: (string | null)[] };

type Raw = Record<string, string | null>;

const name = (identifier: string) => Prisma.raw(`"${identifier.replaceAll('"', '""')}"`);
const list = (parts: Prisma.Sql[]) => Prisma.join(parts, ", ");

/** The selected columns, by their place: two of them may be one, as the key and the owner. */
function selection({ key, owner, columns }: SealedTableOf, onlyHeaders: boolean): Prisma.Sql {
  const as = (what: Prisma.Sql, alias: string) => Prisma.sql`${what} AS ${name(alias)}`;
  const header = (column: string) => Prisma.sql`split_part(${name(column)}, '.', 1)`;
  return list([
    ...key.map((column, at) => as(name(column), `k${at}`)),
    as(name(owner), "owner"),
    ...columns.map((column, at) => as(onlyHeaders ? header(column) : name(column), `v${at}`)),
  ]);
}

const toRow = ({ key, columns }: SealedTableOf, raw: Raw): SealedRow => ({
  key: key.map((_, at) => raw[`k${at}`] ?? ""),
  owner: raw.owner ?? "",
  values: columns.map((_, at) => raw[`v${at}`] ?? null),
});

const isRow = ({ key }: SealedTableOf, values: readonly string[]) =>
  Prisma.join(
    key.map((column, at) => Prisma.sql`${name(column)} = ${values[at]}`),
    " AND ",
  );

/**
 * The next rows of a table that hold anything sealed, in the order of their primary keys, from
 * behind `after` on.
 * @param options.onlyHeaders of each value only what stands before its first dot, its header
 */
export async function sealedRowsAfter(
  table: SealedTableOf,
  after: readonly string[] | null,
  { take, onlyHeaders }: { take: number; onlyHeaders: boolean },
): Promise<SealedRow[]> {
  const place = list(table.key.map(name));
  const filled = Prisma.join(
    table.columns.map((column) => Prisma.sql`${name(column)} IS NOT NULL`),
    " OR ",
  );
  const behind =
    after === null ? Prisma.empty : Prisma.sql`AND (${place}) > (${Prisma.join([...after])})`;
  const rows = await db().$queryRaw<Raw[]>`
    SELECT ${selection(table, onlyHeaders)} FROM ${name(table.table)}
    WHERE (${filled}) ${behind} ORDER BY ${place} LIMIT ${take}`;
  return rows.map((raw) => toRow(table, raw));
}

/** One row as it is now; null when it is gone. */
export async function sealedRow(
  table: SealedTableOf,
  key: readonly string[],
): Promise<SealedRow | null> {
  const [raw] = await db().$queryRaw<Raw[]>`
    SELECT ${selection(table, false)} FROM ${name(table.table)} WHERE ${isRow(table, key)}`;
  return raw ? toRow(table, raw) : null;
}

export type Replacement = { column: string; from: string; to: string };

/**
 * Puts other values in the place of those that are there, all of them or none: only where each
 * still is what it was. One row in one statement, so that it waits for nobody while it is waited for.
 * @returns false, having changed nothing, when one of them is not.
 */
export async function replaceSealed(
  table: SealedTableOf,
  key: readonly string[],
  replacements: readonly Replacement[],
): Promise<boolean> {
  const set = list(replacements.map(({ column, to }) => Prisma.sql`${name(column)} = ${to}`));
  const still = Prisma.join(
    replacements.map(({ column, from }) => Prisma.sql`${name(column)} = ${from}`),
    " AND ",
  );
  const replaced = await db().$executeRaw`
    UPDATE ${name(table.table)} SET ${set} WHERE ${isRow(table, key)} AND ${still}`;
  return replaced === 1;
}
