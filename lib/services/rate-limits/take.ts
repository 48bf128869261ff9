import "server-only";
import { createHmac, hkdfSync } from "node:crypto";
import { createRateLimiter, type RateLimiter } from "@/lib/db/rate-limiter";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { type LimitName, limits } from "@/lib/services/rate-limits/limits";

const limiters = new Map<LimitName, RateLimiter>();

function limiterOf(name: LimitName): RateLimiter {
  const known = limiters.get(name);
  if (known) return known;
  const made = createRateLimiter(limits[name]);
  limiters.set(name, made);
  return made;
}

let key: Buffer | undefined;

/** Keyed: from the counts nobody learns an address or a person, nor can they confirm a guess. */
export function subjectHash(kind: "person" | "address", subject: string): string {
  key ??= Buffer.from(hkdfSync("sha256", env().NEXTAUTH_SECRET, "", "keepsake rate limits", 32));
  return createHmac("sha256", key).update(`${kind} ${subject}`).digest("base64url").slice(0, 27);
}

/** Enough for everybody who may be deleted while one of their calls is under way. */
const MOST_GONE = 1_000;
const gone = new Set<string>();

/** From now on calls under this hash are refused by this process, uncounted: their person is erased. */
export function countNoMore(hash: string): void {
  gone.add(hash);
  const [first] = gone;
  if (gone.size > MOST_GONE && first !== undefined) gone.delete(first);
}

async function take(name: LimitName, hash: string): Promise<void> {
  if (gone.has(hash)) throw new AppError("unauthenticated");
  const wait = await limiterOf(name).take(hash);
  if (wait === null) return;
  throw new AppError("rate-limited", { retryAfterSeconds: Math.max(1, Math.ceil(wait / 1_000)) });
}

/**
 * Counts a call of a person's.
 * @throws AppError rate-limited, with the seconds to wait; unauthenticated once they are erased.
 */
export function takeForPerson(
  name: "person" | "personWrites" | "stream" | "export" | "pasteKey",
  userId: string,
): Promise<void> {
  return take(name, subjectHash("person", userId));
}

/** Counts a call from an address. @throws AppError rate-limited, with the seconds to wait. */
export function takeForAddress(name: "signIn" | "unknown", address: string): Promise<void> {
  return take(name, subjectHash("address", address));
}
