import "server-only";
import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto";
import { env } from "@/lib/env";

/** What a row says; all of it, its place and its person included, is covered by its hash. */
export type ChainedRow = {
  userId: string;
  seq: number;
  at: Date;
  kind: string;
  memoryId: string | null;
  count: number | null;
  jobId: string | null;
  jobKind: string | null;
  outcome: string;
};

/** The end of a chain. */
export type ChainEnd = { userId: string; seq: number; hash: string; at: Date };

/**
 * What the first row follows. `begun`: the chain is as old as the person. `late`: the person was
 * here before there were chains. `broken`: what stood before could not be trusted; no verification
 * accepts it, so that going on does not cover up what was done.
 */
export const origins = { begun: "begun", late: "late", broken: "broken" } as const;

/**
 * The key of all chains, from the installation's secret and not from the database: whoever can
 * write to the tables only cannot make a hash that fits.
 */
export function chainKey(secret: string = env().NEXTAUTH_SECRET): Buffer {
  return Buffer.from(hkdfSync("sha256", secret, "", "keepsake activity chain", 32));
}

/** The keys that chains of this installation may be made with, the present one first. */
export function chainKeys(past: readonly string[] = env().NEXTAUTH_PAST_SECRETS): Buffer[] {
  return [env().NEXTAUTH_SECRET, ...past].map((secret) => chainKey(secret));
}

const mac = (key: Buffer, values: unknown[]) =>
  createHmac("sha256", key).update(JSON.stringify(values)).digest("base64url");

/** The hash of a row that follows the row with the hash `previous`. */
export function hashOf(key: Buffer, row: ChainedRow, previous: string): string {
  const { userId, seq, at, kind, memoryId, count, jobId, jobKind, outcome } = row;
  const values = [kind, memoryId, count, jobId, jobKind, outcome];
  return mac(key, ["row", 1, previous, userId, seq, at.getTime(), ...values]);
}

/** The seal of a chain's end: an end that was cut off leaves one that does not fit. */
export function sealOf(key: Buffer, { userId, seq, hash, at }: ChainEnd): string {
  return mac(key, ["end", 1, userId, seq, hash, at.getTime()]);
}

export function isSame(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
