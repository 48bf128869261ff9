import "server-only";
import { CompactEncrypt, compactDecrypt, errors } from "jose";
import { decodeBase64, decodeUtf8, encodeUtf8 } from "./bytes";
import { kidPattern, readSealedHeader, type SealedHeader } from "./sealed-header";

/** A key of the vault: its name, written into every value it seals, and 32 bytes for AES-256. */
export type VaultKey = { kid: string; key: Uint8Array };

/** Where a sealed value lives: it opens nowhere else. No part may be empty or contain `|`. */
export type VaultContext = { table: string; column: string; userId: string };

/**
 * `malformed`: not a value that the vault writes. `unknown-key`: sealed with a key that is not among
 * ours. `tampered`: some byte was changed, or the key of that name is another one. `wrong-context`:
 * whole, but sealed for another table, column or user.
 */
export type VaultErrorCode = "malformed" | "unknown-key" | "wrong-context" | "tampered";

const messages: Record<VaultErrorCode, string> = {
  malformed: "The value is not one that the vault sealed.",
  "unknown-key": "The value was sealed with a key that is not among the vault's keys.",
  "wrong-context": "The value was sealed for another table, column or user.",
  tampered: "The value was changed after it was sealed, or sealed with another key of that name.",
};

/** A sealed value that does not open. Its message and causes show no key, plaintext or ciphertext. */
export class VaultError extends Error {
  override name = "VaultError";

  constructor(
    readonly code: VaultErrorCode,
    options?: ErrorOptions,
  ) {
    super(messages[code], options);
  }
}

/** Secrets at rest. Everything it seals is a compact JWE (RFC 7516), printable ASCII. */
export interface Vault {
  /**
   * Seals with the first key.
   *
   * @throws {TypeError} for a context part that is empty or contains `|`, or text that UTF-8 cannot
   * hold ({@link IllFormedTextError}).
   */
  seal(plaintext: string, context: VaultContext): Promise<string>;
  /**
   * Opens what any of the keys sealed, for this context only.
   *
   * @throws {VaultError} when it does not open; there is no fallback to plaintext.
   * @throws {TypeError} for a context part that is empty or contains `|`.
   */
  open(sealed: string, context: VaultContext): Promise<string>;
  /**
   * The name of the key that a value says it was sealed with: tells, without opening it, whether it
   * waits to be sealed again after a rotation. Not authenticated.
   *
   * @throws {VaultError} with code `malformed`.
   */
  kidOf(sealed: string): string;
}

const howToMakeOne =
  "Write name:key, where the name has 1 to 64 letters, digits, - and _ and the key is the output " +
  "of: node -p \"require('node:crypto').randomBytes(32).toString('base64')\"";

/**
 * The setting `VAULT_KEYS`: `kid:base64(32 bytes)[,kid:base64(32 bytes)…]`. White space around an
 * entry is ignored. The first key seals, all of them open.
 *
 * @throws {Error} saying which entry is wrong and how to make a good one. It counts the entries
 * instead of naming them, so that a key written where its name belongs is not shown either.
 */
export function parseVaultKeys(text: string): VaultKey[] {
  const keys = text.split(",").map((entry, index) => parseEntry(entry.trim(), index + 1));
  requireUsableKeys(keys);
  return keys;
}

function parseEntry(entry: string, position: number): VaultKey {
  const wrong = (what: string) => new Error(`Vault key ${position} ${what}. ${howToMakeOne}`);
  if (entry === "") throw wrong("is empty");
  const separator = entry.indexOf(":");
  if (separator === -1) throw wrong("has no colon between its name and the key");
  const kid = entry.slice(0, separator);
  if (!kidPattern.test(kid)) throw wrong("has a name that cannot be used");
  const key = decodeBase64(entry.slice(separator + 1));
  if (!key) throw wrong("is not padded base64 in its canonical spelling");
  if (key.length !== 32) throw wrong(`has ${key.length} bytes instead of 32`);
  return { kid, key };
}

// Nothing but our own algorithms: a header cannot choose a weaker one, nor a bomb to unpack.
const opening = {
  keyManagementAlgorithms: ["A256GCMKW"],
  contentEncryptionAlgorithms: ["A256GCM"],
  maxDecompressedLength: 0,
  crit: { ctx: true },
} satisfies Parameters<typeof compactDecrypt>[2];

/**
 * A vault of these keys: the first seals, all open. To rotate, put a new key in front; take an old
 * one away when nothing is sealed with it any more.
 *
 * @throws {Error} for no keys, a bad name, a key that is not 32 bytes, or one that is there twice.
 */
export function createVault(keys: VaultKey[]): Vault {
  requireUsableKeys(keys);
  // Copies: a later change to a caller's buffer must not change what a name stands for.
  const keyring = keys.map(({ kid, key }) => ({ kid, key: Uint8Array.from(key) }));
  const [sealing] = keyring;
  if (!sealing) throw new Error(`The vault needs a key. ${howToMakeOne}`);

  return {
    async seal(plaintext, context) {
      return new CompactEncrypt(encodeUtf8(plaintext))
        .setProtectedHeader({
          alg: "A256GCMKW",
          enc: "A256GCM",
          kid: sealing.kid,
          ctx: contextMember(context),
          crit: ["ctx"],
        })
        .encrypt(sealing.key, { crit: opening.crit });
    },

    async open(sealed, context) {
      const expected = contextMember(context);
      const { kid, ctx } = readHeader(sealed);
      const key = keyring.find((candidate) => candidate.kid === kid)?.key;
      if (!key)
        throw new VaultError("unknown-key", { cause: new Error(`No vault key is named ${kid}.`) });
      const bytes = await decrypt(sealed, key);
      // Only now is the header proven, so that this answer cannot be provoked by editing it.
      if (ctx !== expected) throw new VaultError("wrong-context");
      const plaintext = decodeUtf8(bytes);
      if (plaintext === null) throw new VaultError("malformed");
      return plaintext;
    },

    kidOf: (sealed) => readHeader(sealed).kid,
  };
}

function contextMember({ table, column, userId }: VaultContext): string {
  const parts = [table, column, userId];
  if (parts.some((part) => part === "" || part.includes("|")))
    throw new TypeError("A part of a vault context must not be empty or contain |.");
  return parts.join("|");
}

function readHeader(sealed: string): SealedHeader {
  try {
    return readSealedHeader(sealed);
  } catch (cause) {
    throw new VaultError("malformed", { cause });
  }
}

async function decrypt(sealed: string, key: Uint8Array): Promise<Uint8Array> {
  try {
    return (await compactDecrypt(sealed, key, opening)).plaintext;
  } catch (cause) {
    if (cause instanceof errors.JOSEError) throw new VaultError("tampered", { cause });
    throw cause;
  }
}

/**
 * Refuses keys with which a vault could not work or which hide a mistake: a bad name or length, a
 * name that is used twice, the same key under two names (a rotation that changed nothing).
 *
 * @throws {Error} counting the keys from 1.
 */
function requireUsableKeys(keys: readonly VaultKey[]): void {
  for (const [index, { kid, key }] of keys.entries()) {
    if (!kidPattern.test(kid) || key.length !== 32)
      throw new Error(`Vault key ${index + 1} cannot be used. ${howToMakeOne}`);
    const twin = keys.findIndex(
      (other) => other.kid === kid || Buffer.compare(other.key, key) === 0,
    );
    if (twin === index) continue;
    const what = keys[twin]?.kid === kid ? "name" : "key";
    throw new Error(
      `Vault keys ${twin + 1} and ${index + 1} have the same ${what}. ${howToMakeOne}`,
    );
  }
}
