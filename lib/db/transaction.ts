import "server-only";
import { setTimeout as pause } from "node:timers/promises";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";

/** For what erases many rows: 20 versions of each of 10,000 memories take longer than ten seconds. */
export const LONG_MS = 5 * 60_000;

/** How often what was undone for the sake of another is tried again. */
const ATTEMPTS = 5;

const conflicts = ["P2034", "40P01", "40001"];
const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;

/**
 * Whether a transaction was undone because it and another waited for each other, or both wrote the
 * same. Prisma names it by a code of its own, or carries Postgres's along.
 */
export function isConflict(error: unknown, depth = 0): boolean {
  if (!isObject(error) || depth > 5) return false;
  const read = (name: string): unknown => Reflect.get(error, name);
  if (["code", "originalCode"].some((name) => conflicts.includes(String(read(name))))) return true;
  if (read("kind") === "TransactionWriteConflict") return true;
  return ["cause", "meta", "driverAdapterError"].some((name) => isConflict(read(name), depth + 1));
}

/**
 * Does `work`, and again when the database undid all of it for another's sake (a deadlock). Only for
 * work of which nothing stays when it fails.
 */
export async function retried<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (attempt === ATTEMPTS || !isConflict(error)) throw error;
      // Each a little later than the other: the same two must not meet again.
      await pause(attempt * 20 * (1 + Math.random()));
    }
  }
}

/**
 * A transaction that is begun again when it met another in a deadlock: `work` must touch nothing but
 * the database. It has ten seconds, or `timeoutMs`.
 */
export function inTransaction<T>(
  work: (within: Prisma.TransactionClient) => Promise<T>,
  { timeoutMs }: { timeoutMs?: number } = {},
): Promise<T> {
  const options = timeoutMs === undefined ? {} : { timeout: timeoutMs };
  return retried(() => db().$transaction(work, options));
}
