import { createHash, createHmac, timingSafeEqual } from "node:crypto";

/** Compares two secrets without telling, by the time it takes, where they differ. */
export function sameSecret(given: string, expected: string): boolean {
  const digest = (value: string) => createHash("sha256").update(value).digest();
  return timingSafeEqual(digest(given), digest(expected));
}

/** A keyed digest of the parts, base64url: proof that we wrote them. */
export function mac(secret: string, ...parts: string[]): string {
  return createHmac("sha256", secret).update(JSON.stringify(parts)).digest("base64url");
}
