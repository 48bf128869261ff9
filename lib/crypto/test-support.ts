import { createCipheriv, createHash } from "node:crypto";
import fc from "fast-check";
import type { VaultContext } from "./vault";

/** Any text that UTF-8 can hold: all planes, control characters, up to `maxLength` code points. */
export const anyText = (maxLength = 60) => fc.string({ unit: "binary", maxLength });

export const anyBytes = (length: number) =>
  fc.uint8Array({ minLength: length, maxLength: length }).map((bytes) => Buffer.from(bytes));

const contextPart = fc
  .string({ unit: "binary", minLength: 1, maxLength: 30 })
  .filter((part) => !part.includes("|"));

export const anyContext: fc.Arbitrary<VaultContext> = fc.record({
  table: contextPart,
  column: contextPart,
  userId: contextPart,
});

/** 32 bytes that are always the same for a name. */
export const keyNamed = (name: string) => createHash("sha256").update(name).digest();

const base64url = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const base64 = base64url.replace("-", "+").replace("_", "/");
const hex = "0123456789abcdef";
export const alphabets = { base64url, base64, hex };

/**
 * Every spelling that differs from `text` in one bit of one character of the alphabet, and for a
 * character outside of it (a separator) one in which that character is another.
 */
export function flippedBits(text: string, alphabet: string): { at: number; flipped: string }[] {
  const bits = Math.log2(alphabet.length);
  return [...text].flatMap((character, at) => {
    const value = alphabet.indexOf(character);
    const others =
      value === -1
        ? [alphabet.charAt(0)]
        : Array.from({ length: bits }, (_, bit) => alphabet.charAt(value ^ (1 << bit)));
    return others.map((other) => ({ at, flipped: text.slice(0, at) + other + text.slice(at + 1) }));
  });
}

/** A tag cut or padded to `length`; the first bytes stay those of the true one. */
export function tagOfLength(tag: Buffer, length: number): Buffer {
  return Buffer.concat([tag, Buffer.alloc(32)]).subarray(0, length);
}

export const wrongTagLengths = Array.from({ length: 33 }, (_, length) => length).filter(
  (length) => length !== 16,
);

export function gcm(key: Buffer, iv: Buffer, plaintext: Buffer, authenticated = Buffer.alloc(0)) {
  const cipher = createCipheriv("aes-256-gcm", key, iv, { authTagLength: 16 });
  cipher.setAAD(authenticated);
  const ciphertext = Buffer.concat([cipher.update(plaintext), cipher.final()]);
  return { ciphertext, tag: cipher.getAuthTag() };
}

type HandMade = {
  key: Buffer;
  plaintext: Buffer;
  header: Record<string, unknown>;
  wrapTagLength?: number;
  tagLength?: number;
};

/** A compact JWE with A256GCMKW and A256GCM, put together by hand, with tags of any length. */
export function handMadeJwe(made: HandMade): string {
  const contentKey = keyNamed("content key");
  const wrapIv = Buffer.alloc(12, 1);
  const iv = Buffer.alloc(12, 2);
  const wrapped = gcm(made.key, wrapIv, contentKey);
  const header = {
    ...made.header,
    iv: wrapIv.toString("base64url"),
    tag: tagOfLength(wrapped.tag, made.wrapTagLength ?? 16).toString("base64url"),
  };
  const encodedHeader = Buffer.from(JSON.stringify(header)).toString("base64url");
  const sealed = gcm(contentKey, iv, made.plaintext, Buffer.from(encodedHeader, "ascii"));
  const tag = tagOfLength(sealed.tag, made.tagLength ?? 16);
  const parts = [wrapped.ciphertext, iv, sealed.ciphertext, tag];
  return [encodedHeader, ...parts.map((part) => part.toString("base64url"))].join(".");
}
