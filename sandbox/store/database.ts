import type { z } from "zod";

/** The little that the sandbox asks of a database, PGlite and Postgres alike. */
export interface Queryable {
  /** Runs one statement and parses each row of its answer. */
  all<T>(row: z.ZodType<T>, sql: string, parameters?: readonly unknown[]): Promise<T[]>;
  /** Runs one statement and answers with the number of rows it changed. */
  run(sql: string, parameters?: readonly unknown[]): Promise<number>;
}

export interface Database extends Queryable {
  /** Runs several statements without parameters. */
  script(sql: string): Promise<void>;
  /**
   * Runs `work` in one transaction. PGlite has a single connection: inside `work` use only the
   * `Queryable` it is given, or the two wait for each other for ever.
   */
  transaction<T>(work: (within: Queryable) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** The first row, or null. */
export async function first<T>(
  database: Queryable,
  row: z.ZodType<T>,
  sql: string,
  parameters: readonly unknown[] = [],
): Promise<T | null> {
  return (await database.all(row, sql, parameters))[0] ?? null;
}
