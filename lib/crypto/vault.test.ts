import { inspect } from "node:util";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { IllFormedTextError } from "./bytes";
import { anyBytes, anyContext, anyText, handMadeJwe, keyNamed } from "./test-support";
import { createVault, type VaultContext, VaultError } from "./vault";

const context: VaultContext = { table: "Connection", column: "memoryKey", userId: "user-1" };
const oldKey = { kid: "old", key: keyNamed("old") };
const newKey = { kid: "new", key: keyNamed("new") };
const vault = createVault([oldKey]);

const refusal = async (opening: Promise<string>) => {
  const error = await opening.then(
    (plaintext) => expect.fail(`opened as ${plaintext}`),
    (reason: unknown) => reason,
  );
  if (!(error instanceof VaultError)) throw error;
  return error;
};
const codeOf = async (opening: Promise<string>) => (await refusal(opening)).code;

const headerOf = (sealed: string) =>
  JSON.parse(Buffer.from(sealed.split(".")[0] ?? "", "base64url").toString());

describe("sealing", () => {
  test("gives back any text in any context under any key", async () => {
    const property = fc.asyncProperty(anyText(), anyContext, anyBytes(32), async (...any) => {
      const [text, anywhere, key] = any;
      const anyVault = createVault([{ kid: "any", key }]);
      expect(await anyVault.open(await anyVault.seal(text, anywhere), anywhere)).toBe(text);
    });
    await fc.assert(property, { numRuns: 10_000 });
  }, 60_000);

  test("gives back a long text and keeps a byte order mark", async () => {
    for (const text of ["", "\uFEFFkept", "é".repeat(200_000)])
      expect(await vault.open(await vault.seal(text, context), context)).toBe(text);
  });

  test("writes a compact JWE with the context in its protected header", async () => {
    const sealed = await vault.seal("secret", context);
    expect(sealed).toMatch(/^[\w-]+(\.[\w-]+){4}$/);
    expect(headerOf(sealed)).toEqual({
      alg: "A256GCMKW",
      enc: "A256GCM",
      kid: "old",
      ctx: "Connection|memoryKey|user-1",
      crit: ["ctx"],
      iv: expect.any(String),
      tag: expect.any(String),
    });
  });

  test("never looks the same twice, in any part", async () => {
    const sealed = await Promise.all(
      Array.from({ length: 200 }, () => vault.seal("same", context)),
    );
    for (const part of [0, 1, 2, 3, 4])
      expect(new Set(sealed.map((value) => value.split(".")[part])).size).toBe(sealed.length);
  });

  test("refuses text that would not come back unchanged", async () => {
    for (const text of ["\uD83D", "x\uDC00y", "\uDC00\uD83D"])
      await expect(vault.seal(text, context)).rejects.toThrow(IllFormedTextError);
  });
});

describe("context", () => {
  const { table, column, userId } = context;

  test.each<[string, VaultContext]>([
    ["another user", { table, column, userId: "user-2" }],
    ["another column", { table, column: "encryptionKey", userId }],
    ["another table", { table: "DeveloperToken", column, userId }],
    ["the user and more", { table, column, userId: "user-10" }],
    ["less of the user", { table, column, userId: "user-" }],
    ["another case", { table: "connection", column, userId }],
    ["a space at the end", { table, column, userId: "user-1 " }],
    ["table and column swapped", { table: column, column: table, userId }],
    ["column and user swapped", { table, column: userId, userId: column }],
    ["everything rotated", { table: userId, column: table, userId: column }],
    ["a letter moved over the border", { table: "Connectionm", column: "emoryKey", userId }],
    ["another Unicode form", { table, column, userId: "u\u0301ser-1" }],
  ])("%s does not open", async (_, elsewhere) => {
    const sealed = await vault.seal("secret", context);
    expect(await codeOf(vault.open(sealed, elsewhere))).toBe("wrong-context");
    expect(await vault.open(sealed, context)).toBe("secret");
  });

  test("no other context whatever opens", async () => {
    const property = fc.asyncProperty(anyContext, anyContext, async (here, elsewhere) => {
      fc.pre(inspect(here) !== inspect(elsewhere));
      const sealed = await vault.seal("secret", here);
      expect(await codeOf(vault.open(sealed, elsewhere))).toBe("wrong-context");
    });
    await fc.assert(property, { numRuns: 1_000 });
  });

  test.each(["table", "column", "userId"] as const)(
    "refuses a %s it cannot delimit",
    async (part) => {
      const sealed = await vault.seal("secret", context);
      for (const value of ["", "|", "a|b", "|a", "a|"]) {
        const bad = { ...context, [part]: value };
        await expect(vault.seal("secret", bad)).rejects.toThrow(TypeError);
        await expect(vault.open(sealed, bad)).rejects.toThrow(TypeError);
      }
    },
  );
});

describe("keys", () => {
  test("the first seals, all open, in any order", async () => {
    const before = await createVault([oldKey]).seal("secret", context);
    const rotated = createVault([newKey, oldKey]);
    const after = await rotated.seal("secret", context);
    expect([rotated.kidOf(before), rotated.kidOf(after)]).toEqual(["old", "new"]);
    for (const keys of [
      [newKey, oldKey],
      [oldKey, newKey],
    ])
      for (const sealed of [before, after])
        expect(await createVault(keys).open(sealed, context)).toBe("secret");
  });

  test("a key that was taken away opens nothing, and its name is told", async () => {
    const sealed = await createVault([oldKey]).seal("secret", context);
    const error = await refusal(createVault([newKey]).open(sealed, context));
    expect(error.code).toBe("unknown-key");
    expect(error.cause).toEqual(new Error("No vault key is named old."));
  });

  test("another key under the same name opens nothing", async () => {
    const sealed = await vault.seal("secret", context);
    const impostor = createVault([
      { kid: "old", key: newKey.key },
      { ...oldKey, kid: "true" },
    ]);
    expect(await codeOf(impostor.open(sealed, context))).toBe("tampered");
  });

  test("a buffer that is changed later changes no key", async () => {
    const buffer = Uint8Array.from(oldKey.key);
    const careful = createVault([{ kid: "old", key: buffer }]);
    buffer.fill(0);
    expect(await vault.open(await careful.seal("secret", context), context)).toBe("secret");
  });

  test("refuses keys with which it could not work", () => {
    const twin = { kid: "twin", key: oldKey.key };
    const refused = [[], [oldKey, { ...newKey, kid: "old" }], [oldKey, twin]];
    for (const keys of refused) expect(() => createVault(keys)).toThrow(/vault/i);
    for (const kid of ["", "a b", "a|b", "é", "a.b", "a".repeat(65)])
      expect(() => createVault([{ kid, key: oldKey.key }])).toThrow("Vault key 1");
    for (const length of [0, 16, 24, 31, 33])
      expect(() => createVault([oldKey, { kid: "x", key: Buffer.alloc(length) }])).toThrow("key 2");
  });
});

test("no refusal shows plaintext, key or ciphertext", async () => {
  const secret = "mem_4f3c-plaintext";
  const sealed = await vault.seal(secret, context);
  const changed = sealed.slice(0, -30) + (sealed.at(-30) === "A" ? "B" : "A") + sealed.slice(-29);
  const key = { key: oldKey.key, plaintext: Buffer.from([0xff, 0xfe]) };
  const notText = handMadeJwe({ ...key, header: headerOf(sealed) });
  const refusals = {
    malformed: await refusal(vault.open(secret, context)),
    "malformed header": await refusal(vault.open(`${btoa(secret)}${sealed.slice(8)}`, context)),
    "malformed text": await refusal(vault.open(notText, context)),
    "unknown-key": await refusal(createVault([newKey]).open(sealed, context)),
    "wrong-context": await refusal(vault.open(sealed, { ...context, userId: "user-2" })),
    tampered: await refusal(vault.open(changed, context)),
  };
  for (const [name, error] of Object.entries(refusals)) {
    expect(error.code).toBe(name.split(" ")[0]);
    const shown = inspect(error, { depth: 10, showHidden: true });
    const { key } = oldKey;
    const secrets = [secret, key.toString("base64"), key.toString("hex"), inspect(key)];
    for (const hidden of [...secrets, ...sealed.split(".")]) expect(shown).not.toContain(hidden);
  }
});
