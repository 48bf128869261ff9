import "server-only";

/** Text that UTF-8 cannot hold: sealing it would give back other text than was put in. */
export class IllFormedTextError extends TypeError {
  override name = "IllFormedTextError";

  constructor() {
    super("The text holds half of a character (a lone surrogate) and cannot be stored unchanged.");
  }
}

// With the u flag a proper pair is one character, so only a lone half matches.
const loneSurrogate = /\p{Surrogate}/u;

// ignoreBOM keeps a leading U+FEFF: what was sealed comes back as it was.
const strictUtf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

const hexDigits = /^[0-9a-f]*$/i;

/**
 * The text as UTF-8.
 *
 * @throws {IllFormedTextError} for a lone surrogate, which `Buffer.from` would silently replace.
 */
export function encodeUtf8(text: string): Buffer {
  if (loneSurrogate.test(text)) throw new IllFormedTextError();
  return Buffer.from(text, "utf8");
}

/** The text that these bytes are in UTF-8, or null if they are not valid UTF-8. */
export function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return strictUtf8.decode(bytes);
  } catch {
    return null;
  }
}

/** The bytes of pairs of hex digits in either case, or null. `Buffer.from` stops at the first bad one. */
export function decodeHex(text: string): Buffer | null {
  return text.length % 2 === 0 && hexDigits.test(text) ? Buffer.from(text, "hex") : null;
}

/** The bytes of padded base64 in its one canonical spelling (RFC 4648, section 3.5), or null. */
export function decodeBase64(text: string): Buffer | null {
  return decodeCanonical(text, "base64");
}

/** The bytes of unpadded base64url in its one canonical spelling, or null. */
export function decodeBase64url(text: string): Buffer | null {
  return decodeCanonical(text, "base64url");
}

/** Node skips foreign characters and unused bits; writing the bytes again shows whether it did. */
function decodeCanonical(text: string, encoding: "base64" | "base64url"): Buffer | null {
  const bytes = Buffer.from(text, encoding);
  return bytes.toString(encoding) === text ? bytes : null;
}
