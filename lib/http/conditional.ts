import "server-only";
import { sentences } from "@/lib/contract/sentences";
import { invalid } from "@/lib/errors";

/** A version as a strong entity tag. */
export const toETag = (version: string) => `"${version}"`;

/** An entity tag (RFC 9110, 8.8.3); a comma may stand inside its quotes. */
const entityTag = /(?:W\/)?"[\x21\x23-\x7e\x80-\xff]*"/g;

/** A list of them; empty elements are allowed (RFC 9110, 5.6.1.2). */
const tagList = new RegExp(`^(?:[ \\t]*(?:${entityTag.source}[ \\t]*)?(?:,|$))*$`);

const entityTags = (list: string): string[] =>
  tagList.test(list) ? Array.from(list.matchAll(entityTag), ([tag]) => tag) : [];

/**
 * Reads `If-Match` (RFC 9110, 13.1.1): a list of entity tags, or `*`. Weak tags never match, and
 * neither does anything in a list that cannot be read.
 * @returns null when the header is absent: the write goes through whatever is there.
 */
export function parseIfMatch(headers: Headers): { matches(version: string): boolean } | null {
  const value = headers.get("if-match");
  if (value === null) return null;
  const tags = entityTags(value);
  return { matches: (version) => value.trim() === "*" || tags.includes(toETag(version)) };
}

/**
 * Reads `Idempotency-Key`: 1–255 visible ASCII characters.
 * @throws AppError validation-failed for anything else.
 */
export function parseIdempotencyKey(headers: Headers): string | null {
  const value = headers.get("idempotency-key");
  if (value === null) return null;
  if (/^[\x21-\x7e]{1,255}$/.test(value)) return value;
  throw invalid("Idempotency-Key", sentences.idempotencyKey);
}
