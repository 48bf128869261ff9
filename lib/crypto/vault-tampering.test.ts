import { CompactEncrypt, type CompactJWEHeaderParameters, compactDecrypt } from "jose";
import { describe, expect, test } from "vitest";
import { alphabets, flippedBits, handMadeJwe, keyNamed, wrongTagLengths } from "./test-support";
import { createVault, type VaultContext, VaultError } from "./vault";

const context: VaultContext = { table: "Connection", column: "memoryKey", userId: "user-1" };
const key = keyNamed("key");
const vault = createVault([{ kid: "k1", key }]);
const text = "mem_0123456789abcdef";
const plaintext = Buffer.from(text);
const ours = {
  alg: "A256GCMKW",
  enc: "A256GCM",
  kid: "k1",
  ctx: "Connection|memoryKey|user-1",
  crit: ["ctx"],
};

/** The code of the refusal; fails the test if the value opens or another error comes. */
async function refused(sealed: string): Promise<string> {
  try {
    await vault.open(sealed, context);
  } catch (error) {
    if (error instanceof VaultError) return error.code;
    throw error;
  }
  return expect.fail(`opened: ${sealed}`);
}

describe("a changed value does not open", () => {
  test("each bit of each character flipped, in all five parts and the dots between", async () => {
    const sealed = await vault.seal(text, context);
    const flips = flippedBits(sealed, alphabets.base64url);
    expect(flips.length).toBe((sealed.length - 4) * 6 + 4);
    for (const { flipped } of flips) await refused(flipped);
  });

  test("each byte of each part changed, and one taken away or put in", async () => {
    const parts = (await vault.seal(text, context)).split(".");
    for (const [index, part] of parts.entries()) {
      const bytes = Buffer.from(part, "base64url");
      for (let at = 0; at < bytes.length; at += 1) {
        const [before, rest] = [bytes.subarray(0, at), bytes.subarray(at + 1)];
        const others = [1, 32, 128, 255].map((change) => [(bytes[at] ?? 0) ^ change]);
        for (const other of [...others, [], [0, bytes[at] ?? 0]]) {
          const changed = Buffer.concat([before, Buffer.from(other), rest]);
          await refused(parts.with(index, changed.toString("base64url")).join("."));
        }
      }
    }
  });

  test("unused bits of the last character of a part", async () => {
    // 32, 12 and 16 bytes: base64url leaves 2, 0 and 4 bits unused, which a lenient reader ignores.
    const parts = (await vault.seal(text, context)).split(".");
    for (const [index, unused] of [
      [1, 2],
      [4, 4],
    ] as const)
      for (let bits = 1; bits < 1 << unused; bits += 1) {
        const part = parts[index] ?? "";
        const last = alphabets.base64url.indexOf(part.at(-1) ?? "");
        const respelled = part.slice(0, -1) + alphabets.base64url.charAt(last ^ bits);
        expect(Buffer.from(respelled, "base64url")).toEqual(Buffer.from(part, "base64url"));
        expect(await refused(parts.with(index, respelled).join("."))).toBe("malformed");
      }
  });

  test("other spellings of the same bytes", async () => {
    const sealed = await vault.seal(text, context);
    const spellings = [`${sealed}==`, `${sealed}\n`, ` ${sealed}`, `${sealed}.`, `.${sealed}`];
    for (const spelling of spellings) expect(await refused(spelling)).toBe("malformed");
  });

  test("cut off at any length", async () => {
    const sealed = await vault.seal(text, context);
    for (let length = 0; length < sealed.length; length += 1)
      await refused(sealed.slice(0, length));
  });

  test("any part of another value of the same context", async () => {
    const first = (await vault.seal(text, context)).split(".");
    const second = (await vault.seal("something else, longer", context)).split(".");
    for (const [index, part] of second.entries())
      expect(await refused(first.with(index, part).join("."))).toBe("tampered");
  });

  test("the context rewritten in the header", async () => {
    const moved = await vault.seal(text, { ...context, userId: "user-2" });
    const [header = "", ...rest] = moved.split(".");
    const rewritten = Buffer.from(header, "base64url").toString().replace("user-2", "user-1");
    const forged = [Buffer.from(rewritten).toString("base64url"), ...rest].join(".");
    expect(await refused(forged)).toBe("tampered");
  });
});

describe("a tag of any length but 16 bytes", () => {
  test("16 bytes made by hand open", async () => {
    const sealed = handMadeJwe({ key, plaintext, header: ours });
    expect(await vault.open(sealed, context)).toBe(text);
  });

  test("of the content is refused", async () => {
    for (const tagLength of wrongTagLengths)
      expect(await refused(handMadeJwe({ key, plaintext, header: ours, tagLength }))).toBe(
        "malformed",
      );
  });

  test("of the wrapped key is refused", async () => {
    for (const wrapTagLength of wrongTagLengths)
      expect(await refused(handMadeJwe({ key, plaintext, header: ours, wrapTagLength }))).toBe(
        "malformed",
      );
  });
});

describe("a JWE that jose opens with the same key, but that the vault would not have written", () => {
  const headers: [string, CompactJWEHeaderParameters][] = [
    ["the key used directly", { ...ours, alg: "dir" }],
    ["the key wrapped without GCM", { ...ours, alg: "A256KW" }],
    ["the key used as a password", { ...ours, alg: "PBES2-HS512+A256KW" }],
    ["a shorter content key", { ...ours, enc: "A128GCM" }],
    ["content in CBC", { ...ours, enc: "A256CBC-HS512" }],
    ["compressed content", { ...ours, zip: "DEF" }],
    ["no context", { ...ours, ctx: undefined, crit: undefined }],
    ["a context that readers may ignore", { ...ours, crit: undefined }],
    ["no key name", { ...ours, kid: undefined }],
    ["a key name with other characters", { ...ours, kid: "../k1" }],
    ["one more member", { ...ours, jku: "https://example.com" }],
  ];

  test.each(headers)("%s", async (_, header) => {
    const crit = { ctx: true };
    const sealed = await new CompactEncrypt(plaintext)
      .setProtectedHeader(header)
      .encrypt(key, { crit });
    const anything = { crit, keyManagementAlgorithms: [header.alg] };
    const { plaintext: opened } = await compactDecrypt(sealed, key, anything);
    expect(Buffer.from(opened)).toEqual(plaintext);
    expect(await refused(sealed)).toBe("malformed");
    expect(() => vault.kidOf(sealed)).toThrow(VaultError);
  });

  test.each([
    ["no algorithm at all", { ...ours, alg: "none" }],
    ["an algorithm in small letters", { ...ours, alg: "a256gcmkw" }],
    ["another content algorithm", { ...ours, enc: "A192GCM" }],
    ["a context that is not text", { ...ours, ctx: ["Connection|memoryKey|user-1"] }],
    ["more that is critical", { ...ours, crit: ["ctx", "exp"] }],
  ])("%s", async (_, header) => {
    expect(await refused(handMadeJwe({ key, plaintext, header }))).toBe("malformed");
  });
});

test.each([
  ["nothing", ""],
  ["the plaintext itself", text],
  ["four dots", "...."],
  ["JSON", JSON.stringify({ ciphertext: text })],
  ["a signed token", "eyJhbGciOiJub25lIn0.e30."],
  ["an empty header", "e30.AAAA.AAAA.AAAA.AAAA"],
  ["words with dots", "not.a.sealed.value.really"],
])("%s is not taken for a sealed value", async (_, value) => {
  expect(await refused(value)).toBe("malformed");
  expect(() => vault.kidOf(value)).toThrow(VaultError);
});
