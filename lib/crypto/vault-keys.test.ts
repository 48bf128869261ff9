import fc from "fast-check";
import { expect, test } from "vitest";
import { anyBytes, keyNamed } from "./test-support";
import { parseVaultKeys } from "./vault";

const first = keyNamed("first").toString("base64");
const second = keyNamed("second").toString("base64");

test("reads names and keys in their order", () => {
  expect(parseVaultKeys(`2026-01:${first},old_Key:${second}`)).toEqual([
    { kid: "2026-01", key: keyNamed("first") },
    { kid: "old_Key", key: keyNamed("second") },
  ]);
});

test("ignores white space around entries, as settings files and dashboards add it", () => {
  expect(parseVaultKeys(`\n k1:${first} ,\r\n k2:${second}\n`).map(({ kid }) => kid)).toEqual([
    "k1",
    "k2",
  ]);
});

test("reads any key written as the hint says", () => {
  const kid = fc.stringMatching(/^[A-Za-z0-9_-]{1,64}$/);
  const property = fc.property(kid, anyBytes(32), (anyKid, key) => {
    const [parsed] = parseVaultKeys(`${anyKid}:${key.toString("base64")}`);
    expect(parsed).toEqual({ kid: anyKid, key });
  });
  fc.assert(property);
});

const messageOf = (parsing: () => unknown) => {
  try {
    parsing();
  } catch (error) {
    return String(error);
  }
  return expect.fail("was accepted");
};

const bytes = (length: number) => Buffer.alloc(length, 0xa5).toString("base64");

test.each([
  ["nothing", "", "Vault key 1 is empty"],
  ["a comma at the end", `k1:${first},`, "Vault key 2 is empty"],
  ["a key without a name", first, "Vault key 1 has no colon"],
  ["an empty name", `:${first}`, "Vault key 1 has a name that cannot be used"],
  ["a name with a space", `k 1:${first}`, "Vault key 1 has a name that cannot be used"],
  ["a name with a letter beyond ASCII", `ké:${first}`, "Vault key 1 has a name"],
  ["a name with a dot", `k1:${first},k.2:${second}`, "Vault key 2 has a name"],
  ["a name of 65 characters", `${"k".repeat(65)}:${first}`, "Vault key 1 has a name"],
  ["name and key the wrong way round", `${first}:k1`, "Vault key 1 has a name"],
  ["no key", "k1:", "Vault key 1 has 0 bytes instead of 32"],
  ["31 bytes", `k1:${bytes(31)}`, "Vault key 1 has 31 bytes instead of 32"],
  ["33 bytes", `k1:${first},k2:${bytes(33)}`, "Vault key 2 has 33 bytes instead of 32"],
  ["hex", `k1:${keyNamed("first").toString("hex")}`, "Vault key 1 has 48 bytes instead of 32"],
  ["base64 without padding", `k1:${first.replace("=", "")}`, "Vault key 1 is not padded base64"],
  ["base64url", `k1:${"_".repeat(43)}=`, "Vault key 1 is not padded base64"],
  ["unused bits set", `k1:${"A".repeat(42)}B=`, "Vault key 1 is not padded base64"],
  ["a space inside", `k1: ${first}`, "Vault key 1 is not padded base64"],
  ["one name twice", `k1:${first},k2:${bytes(32)},k1:${second}`, "keys 1 and 3 have the same name"],
  ["one key twice", `k1:${first},k2:${first}`, "Vault keys 1 and 2 have the same key"],
])("refuses %s, says where, and how to make a good one", (_, text, sentence) => {
  const message = messageOf(() => parseVaultKeys(text));
  expect(message).toContain(sentence);
  expect(message).toContain("randomBytes(32)");
  for (const key of [first, second]) expect(message).not.toContain(key.slice(0, 20));
});
