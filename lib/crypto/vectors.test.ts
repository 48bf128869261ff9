import { expect, test } from "vitest";
import { contentFormats, openContent, parseEncryptionKey } from "./content";
import { createVault, parseVaultKeys } from "./vault";
import content from "./vectors/content.json";
import sealed from "./vectors/vault.json";

test.each(content.vectors)("opens content made elsewhere: $layout, $name", (vector) => {
  const opened = openContent(vector.stored, parseEncryptionKey(content.key));
  expect(opened).toEqual({ state: "decrypted", content: vector.plaintext });
});

test("has vectors for each layout that can be read", () => {
  expect(new Set(content.vectors.map((vector) => vector.layout))).toEqual(new Set(contentFormats));
});

test.each(sealed.vectors)("opens a value sealed elsewhere: $name", async (vector) => {
  const vault = createVault(parseVaultKeys(sealed.keys));
  expect(vault.kidOf(vector.sealed)).toBe(vector.kid);
  await expect(vault.open(vector.sealed, vector.context)).resolves.toBe(vector.plaintext);
});
