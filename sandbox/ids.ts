import { createHash, randomBytes } from "node:crypto";

const alphabet = "0123456789abcdefghijklmnopqrstuvwxyz";

/** 24 characters of base 36 from bytes; 36 values out of 256 leave a bias that no id minds. */
function base36(bytes: Uint8Array, length: number): string {
  let text = "";
  for (let index = 0; index < length; index++) text += alphabet[(bytes[index] ?? 0) % 36];
  return text;
}

function digest(...parts: (string | number)[]): Buffer {
  return createHash("sha256").update(parts.join("\u0000")).digest();
}

/** A new id in the shape of Memoram's example `cm8r8ny2i001mm24853tqfd62`: `c` and 24 characters. */
export function newId(): string {
  return `c${Date.now().toString(36).padStart(8, "0")}${base36(randomBytes(16), 16)}`;
}

/** The same id for the same parts, so that seeded things keep their ids when they are reset. */
export function stableId(...parts: (string | number)[]): string {
  return `c${base36(digest("id", ...parts), 24)}`;
}

/** A version 4-shaped uuid that is the same for the same parts. */
export function stableUuid(...parts: (string | number)[]): string {
  const hex = digest("uuid", ...parts).toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** A memory key: opaque to developers, `mk_` and 40 characters. */
export function stableMemoryKey(...parts: (string | number)[]): string {
  return `mk_${digest("memory-key", ...parts)
    .toString("hex")
    .slice(0, 40)}`;
}

/** 64 hexadecimal digits that are the same for the same parts. */
export function stableHexKey(...parts: (string | number)[]): string {
  return digest("encryption-key", ...parts).toString("hex");
}

/** An unguessable secret of `bytes` random bytes, in hexadecimal digits. */
export function newSecret(bytes = 32): string {
  return randomBytes(bytes).toString("hex");
}

/** SHA-256 in hexadecimal digits: how codes and tokens lie in the store. */
export function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
