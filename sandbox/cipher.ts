import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

/**
 * The cipher of a memory's content. Memoram's documentation names a hexadecimal symmetric key and
 * no cipher: AES-256 and these four layouts are the assumption that memoram-api.md writes down.
 */
export const layouts = ["gcm-hex", "gcm-base64", "json", "cbc-hex"] as const;
export type Layout = (typeof layouts)[number];

const tagLength = 16;

function keyBytes(key: string): Buffer {
  if (!/^[0-9a-f]{64}$/i.test(key)) throw new Error("An encryption key is 64 hexadecimal digits.");
  return Buffer.from(key, "hex");
}

function sealGcm(text: string, key: string): { iv: Buffer; tag: Buffer; data: Buffer } {
  const iv = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", keyBytes(key), iv, { authTagLength: tagLength });
  const data = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return { iv, tag: cipher.getAuthTag(), data };
}

function openGcm(iv: Buffer, tag: Buffer, data: Buffer, key: string): string | null {
  try {
    const decipher = createDecipheriv("aes-256-gcm", keyBytes(key), iv, {
      authTagLength: tagLength,
    });
    decipher.setAuthTag(tag);
    return Buffer.concat([decipher.update(data), decipher.final()]).toString("utf8");
  } catch {
    return null;
  }
}

/** Encrypts `text` with a key of 64 hexadecimal digits in one of the four layouts. */
export function seal(text: string, key: string, layout: Layout = "gcm-hex"): string {
  if (layout === "cbc-hex") {
    const iv = randomBytes(16);
    const cipher = createCipheriv("aes-256-cbc", keyBytes(key), iv);
    return `${iv.toString("hex")}:${cipher.update(text, "utf8", "hex")}${cipher.final("hex")}`;
  }
  const { iv, tag, data } = sealGcm(text, key);
  if (layout === "gcm-base64") return Buffer.concat([iv, data, tag]).toString("base64");
  if (layout === "json") {
    return JSON.stringify({
      iv: iv.toString("base64"),
      authTag: tag.toString("base64"),
      ciphertext: data.toString("base64"),
    });
  }
  return `${iv.toString("hex")}:${tag.toString("hex")}:${data.toString("hex")}`;
}

function openCbc(iv: Buffer, data: Buffer, key: string): string | null {
  try {
    const decipher = createDecipheriv("aes-256-cbc", keyBytes(key), iv);
    return Buffer.concat([decipher.update(data), decipher.final()]).toString("utf8");
  } catch {
    return null;
  }
}

function openJson(content: string, key: string): string | null {
  let envelope: unknown;
  try {
    envelope = JSON.parse(content);
  } catch {
    return null;
  }
  if (typeof envelope !== "object" || envelope === null) return null;
  const fields = new Map<string, unknown>(Object.entries(envelope));
  const textOf = (...names: string[]) =>
    names.map((name) => fields.get(name)).find((found) => typeof found === "string");
  // One encoding for all of it, told by what has a length of its own: short base64 may look like hex.
  const isHex = /^[0-9a-f]{24}$/i.test(String(textOf("iv")));
  const bytes = (...names: string[]) => {
    const value = textOf(...names);
    return typeof value === "string" ? Buffer.from(value, isHex ? "hex" : "base64") : null;
  };
  const iv = bytes("iv");
  const tag = bytes("tag", "authTag");
  const data = bytes("content", "ciphertext", "data");
  return iv && tag && data ? openGcm(iv, tag, data, key) : null;
}

/** What `seal` made, and in which layout; null for plaintext and for another key's ciphertext. */
export function open(content: string, key: string): { text: string; layout: Layout } | null {
  const found = (layout: Layout, text: string | null) => (text === null ? null : { text, layout });
  const gcm = /^([0-9a-f]{24}):([0-9a-f]{32}):([0-9a-f]*)$/i.exec(content);
  if (gcm) {
    const [iv, tag, data] = gcm.slice(1).map((part) => Buffer.from(part, "hex"));
    return iv && tag && data ? found("gcm-hex", openGcm(iv, tag, data, key)) : null;
  }
  const cbc = /^([0-9a-f]{32}):([0-9a-f]+)$/i.exec(content);
  if (cbc) {
    const [iv, data] = cbc.slice(1).map((part) => Buffer.from(part, "hex"));
    return iv && data ? found("cbc-hex", openCbc(iv, data, key)) : null;
  }
  if (content.startsWith("{")) return found("json", openJson(content, key));
  if (content.length < 40 || !/^[A-Za-z0-9+/]+={0,2}$/.test(content)) return null;
  const bytes = Buffer.from(content, "base64");
  const tagAt = bytes.length - tagLength;
  return found(
    "gcm-base64",
    openGcm(bytes.subarray(0, 12), bytes.subarray(tagAt), bytes.subarray(12, tagAt), key),
  );
}
