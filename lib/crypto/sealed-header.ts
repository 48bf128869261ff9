import "server-only";
import { z } from "zod";
import { decodeBase64url, decodeUtf8 } from "./bytes";

/** A name of a vault key: what `kid` may hold. */
export const kidPattern = /^[A-Za-z0-9_-]{1,64}$/;

const encodedBytes = (length: number) =>
  z.string().refine((text) => decodeBase64url(text)?.length === length);

/**
 * The protected header of RFC 7516 as the vault writes it, and nothing else: no other algorithm, no
 * compression. `ctx` is ours, so `crit` (section 4.1.13) obliges every reader to understand it.
 */
const headerSchema = z.strictObject({
  alg: z.literal("A256GCMKW"),
  enc: z.literal("A256GCM"),
  kid: z.string().regex(kidPattern),
  ctx: z.string(),
  crit: z.tuple([z.literal("ctx")]),
  iv: encodedBytes(12),
  tag: encodedBytes(16),
});
export type SealedHeader = z.infer<typeof headerSchema>;

/** The four parts after the header, with their length in bytes where it is fixed. */
const parts = [
  { name: "encrypted key", length: 32 },
  { name: "initialization vector", length: 12 },
  { name: "ciphertext", length: null },
  { name: "authentication tag", length: 16 },
];

/**
 * The header of a sealed value; not authenticated yet. The whole value is checked to be spelled the
 * one canonical way, because base64url ignores the last bits of a part: a changed character would
 * otherwise still open.
 *
 * @throws {Error} naming the part that is wrong, never what it holds.
 */
export function readSealedHeader(sealed: string): SealedHeader {
  const [protectedPart, ...encoded] = sealed.split(".");
  if (protectedPart === undefined || encoded.length !== parts.length)
    throw new Error("A compact JWE has five parts.");
  for (const [index, { name, length }] of parts.entries()) {
    const bytes = decodeBase64url(encoded[index] ?? "");
    if (!bytes) throw new Error(`The ${name} is not canonical base64url.`);
    if (length !== null && bytes.length !== length)
      throw new Error(`The ${name} must have ${length} bytes, not ${bytes.length}.`);
  }
  const header = headerSchema.safeParse(parseHeader(protectedPart));
  if (header.success) return header.data;
  const members = new Set(header.error.issues.map((issue) => issue.path[0] ?? "shape"));
  throw new Error(`The protected header is not the vault's: ${[...members].join(", ")}.`);
}

/**
 * The name of the key in the header of a sealed value, given nothing else of it; not authenticated.
 * Null for what is no header of the vault's.
 */
export function kidInHeader(encoded: string): string | null {
  try {
    return headerSchema.parse(parseHeader(encoded)).kid;
  } catch {
    return null;
  }
}

function parseHeader(encoded: string): unknown {
  const bytes = decodeBase64url(encoded);
  const text = bytes && decodeUtf8(bytes);
  try {
    return JSON.parse(text ?? "");
  } catch {
    // The engine's own message quotes the text, so it does not travel on as a cause.
    throw new Error("The protected header is not JSON in canonical base64url.");
  }
}
