import "server-only";
import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { decodeUtf8, encodeUtf8 } from "./bytes";
import {
  blockBytes,
  type CbcParts,
  type GcmParts,
  gcmIvBytes,
  gcmTagBytes,
  readLayouts,
  writeBase64,
  writeHex,
  writeJson,
} from "./content-layouts";

/** The layouts in which content may be written; the first is the default. */
export const contentFormats = ["gcm-hex", "gcm-base64", "json", "cbc-hex"] as const;
export type ContentFormat = (typeof contentFormats)[number];

/** A key that is not what Memoram documents: the hexadecimal string of a symmetric key, here AES-256. */
export class EncryptionKeyError extends Error {
  override name = "EncryptionKeyError";

  constructor() {
    super("The encryption key is not 64 hexadecimal digits (AES-256).");
  }
}

/**
 * A person's `encryption_key` as the 32 bytes of an AES-256 key.
 *
 * Checked before it is decoded, because `Buffer.from(bad, "hex")` silently returns fewer bytes.
 *
 * @throws {EncryptionKeyError} whose message never shows the key.
 */
export function parseEncryptionKey(hex: string): Buffer {
  if (!/^[0-9a-f]{64}$/i.test(hex)) throw new EncryptionKeyError();
  return Buffer.from(hex, "hex");
}

/**
 * Content, encrypted as Memoram is to keep it. Every call takes a fresh random IV, so the same text
 * never looks the same twice.
 *
 * `cbc-hex` carries no authentication: someone at the store could change it unnoticed. Write it only
 * where other software of the same person can read nothing else.
 *
 * @throws {EncryptionKeyError} for a key that is not 32 bytes.
 * @throws {IllFormedTextError} for text with a lone surrogate, which would not come back unchanged.
 */
export function sealContent(plaintext: string, key: Buffer, format: ContentFormat): string {
  requireAes256(key);
  const bytes = encodeUtf8(plaintext);
  switch (format) {
    case "gcm-hex":
      return writeHex(encryptGcm(bytes, key));
    case "gcm-base64":
      return writeBase64(encryptGcm(bytes, key));
    case "json":
      return writeJson(encryptGcm(bytes, key));
    case "cbc-hex":
      return writeHex(encryptCbc(bytes, key));
  }
}

export type OpenedContent =
  | { state: "decrypted" | "plaintext"; content: string }
  | { state: "undecryptable"; content: null };

/**
 * Content as Memoram stores it, opened if it is encrypted in any of the four layouts.
 *
 * `plaintext`: it has none of the layouts, and is returned as it is. `undecryptable`: it has one of
 * them, but this key does not open it or what comes out is not UTF-8. It is never returned as text.
 *
 * The layouts carry no mark of their own, so plaintext that happens to look like one (64 hex digits
 * alone are also canonical base64 of 48 bytes) counts as undecryptable: a text hidden until someone
 * chooses otherwise is the smaller harm than ciphertext shown, edited and overwritten as text.
 * `cbc-hex` cannot be authenticated: a wrong key is noticed by padding and UTF-8 only.
 *
 * @throws {EncryptionKeyError} for a key that is not 32 bytes.
 */
export function openContent(stored: string, key: Buffer): OpenedContent {
  requireAes256(key);
  const layouts = readLayouts(stored);
  if (layouts.length === 0) return { state: "plaintext", content: stored };
  for (const parts of layouts) {
    const bytes = decrypt(parts, key);
    const content = bytes && decodeUtf8(bytes);
    if (typeof content === "string") return { state: "decrypted", content };
  }
  return { state: "undecryptable", content: null };
}

function requireAes256(key: Buffer): void {
  if (key.length !== 32) throw new EncryptionKeyError();
}

function encryptGcm(plaintext: Buffer, key: Buffer): GcmParts {
  const iv = randomBytes(gcmIvBytes);
  const cipher = createCipheriv("aes-256-gcm", key, iv, { authTagLength: gcmTagBytes });
  const ciphertext = Buffer.concat([cipher.update(plaintext), cipher.final()]);
  return { cipher: "aes-256-gcm", iv, tag: cipher.getAuthTag(), ciphertext };
}

function encryptCbc(plaintext: Buffer, key: Buffer): CbcParts {
  const iv = randomBytes(blockBytes);
  const cipher = createCipheriv("aes-256-cbc", key, iv);
  const ciphertext = Buffer.concat([cipher.update(plaintext), cipher.final()]);
  return { cipher: "aes-256-cbc", iv, ciphertext };
}

/** Null when the tag or the padding does not fit: key and IV are known to be of the right length. */
function decrypt(parts: GcmParts | CbcParts, key: Buffer): Buffer | null {
  try {
    const decipher = parts.cipher === "aes-256-gcm" ? startGcm(parts, key) : startCbc(parts, key);
    return Buffer.concat([decipher.update(parts.ciphertext), decipher.final()]);
  } catch {
    return null;
  }
}

function startGcm({ iv, tag }: GcmParts, key: Buffer) {
  // Without authTagLength Node accepts tags of 4 bytes, which can be forged by trying.
  const options = { authTagLength: gcmTagBytes };
  return createDecipheriv("aes-256-gcm", key, iv, options).setAuthTag(tag);
}

function startCbc({ iv }: CbcParts, key: Buffer) {
  return createDecipheriv("aes-256-cbc", key, iv);
}
