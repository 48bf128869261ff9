import "server-only";
import { z } from "zod";
import { decodeBase64, decodeHex } from "./bytes";

export const gcmIvBytes = 12;
export const gcmTagBytes = 16;
export const blockBytes = 16;

export type GcmParts = { cipher: "aes-256-gcm"; iv: Buffer; tag: Buffer; ciphertext: Buffer };
export type CbcParts = { cipher: "aes-256-cbc"; iv: Buffer; ciphertext: Buffer };

/**
 * Every way to read `stored` as encrypted content; none means that it is plaintext. Only a JSON
 * envelope can have two: `abcd` is both hex and base64, and the tag tells which was meant.
 *
 * The IV decides: 12 bytes for GCM (16 also where a separator shows it, since many services write
 * that) and 16 for CBC, whose ciphertext is whole blocks. A tag of a wrong length is not taken for
 * plaintext: behind such an IV it can only be damaged ciphertext.
 */
export function readLayouts(stored: string): (GcmParts | CbcParts)[] {
  if (stored.trimStart().startsWith("{")) return readJson(stored);
  return stored.includes(":") ? readHex(stored) : readBase64(stored);
}

function readHex(stored: string): (GcmParts | CbcParts)[] {
  const [iv, second, third, ...rest] = stored.split(":").map(decodeHex);
  if (!iv || !second || third === null || rest.length > 0) return [];
  if (third) return isGcmIv(iv) ? [gcm(iv, second, third)] : [];
  const isBlocks = second.length > 0 && second.length % blockBytes === 0;
  return iv.length === blockBytes && isBlocks
    ? [{ cipher: "aes-256-cbc", iv, ciphertext: second }]
    : [];
}

function readBase64(stored: string): GcmParts[] {
  const bytes = decodeBase64(stored);
  if (!bytes || bytes.length < gcmIvBytes + gcmTagBytes) return [];
  const iv = bytes.subarray(0, gcmIvBytes);
  return [gcm(iv, bytes.subarray(-gcmTagBytes), bytes.subarray(gcmIvBytes, -gcmTagBytes))];
}

const envelopeSchema = z.object({
  iv: z.string(),
  tag: z.string().optional(),
  authTag: z.string().optional(),
  content: z.string().optional(),
  ciphertext: z.string().optional(),
  data: z.string().optional(),
});

function readJson(stored: string): GcmParts[] {
  const envelope = envelopeSchema.safeParse(parseJson(stored));
  if (!envelope.success) return [];
  const { tag, authTag, content, ciphertext, data } = envelope.data;
  // Their lengths make IV and tag unambiguous: 12 bytes are 24 hex digits or 16 of base64.
  const iv = readings(envelope.data.iv).find(isGcmIv);
  const tags = readings(tag ?? authTag);
  const usedTag = tags.find((bytes) => bytes.length === gcmTagBytes) ?? tags[0];
  if (!iv || !usedTag) return [];
  return readings(content ?? ciphertext ?? data).map((bytes) => gcm(iv, usedTag, bytes));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function readings(text: string | undefined): Buffer[] {
  if (text === undefined) return [];
  return [decodeHex(text), decodeBase64(text)].filter((bytes) => bytes !== null);
}

function isGcmIv(iv: Buffer): boolean {
  return iv.length === gcmIvBytes || iv.length === blockBytes;
}

function gcm(iv: Buffer, tag: Buffer, ciphertext: Buffer): GcmParts {
  return { cipher: "aes-256-gcm", iv, tag, ciphertext };
}

/** `hex(iv):hex(tag):hex(ciphertext)` for GCM, `hex(iv):hex(ciphertext)` for CBC. */
export function writeHex(parts: GcmParts | CbcParts): string {
  const { iv, ciphertext } = parts;
  const groups = parts.cipher === "aes-256-gcm" ? [iv, parts.tag, ciphertext] : [iv, ciphertext];
  return groups.map((bytes) => bytes.toString("hex")).join(":");
}

/** `base64(iv ‖ ciphertext ‖ tag)` */
export function writeBase64({ iv, tag, ciphertext }: GcmParts): string {
  return Buffer.concat([iv, ciphertext, tag]).toString("base64");
}

/** `{"iv","tag","content"}`, each in base64. */
export function writeJson({ iv, tag, ciphertext }: GcmParts): string {
  return JSON.stringify({
    iv: iv.toString("base64"),
    tag: tag.toString("base64"),
    content: ciphertext.toString("base64"),
  });
}
