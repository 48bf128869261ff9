import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { IllFormedTextError } from "./bytes";
import {
  contentFormats,
  EncryptionKeyError,
  openContent,
  parseEncryptionKey,
  sealContent,
} from "./content";
import { anyBytes, anyText, keyNamed } from "./test-support";

const key = keyNamed("a person");
const undecryptable = { state: "undecryptable", content: null };

describe.each(contentFormats)("%s", (format) => {
  test("gives back any text under any key", () => {
    const property = fc.property(anyText(), anyBytes(32), (text, anyKey) => {
      const opened = openContent(sealContent(text, anyKey, format), anyKey);
      expect(opened).toEqual({ state: "decrypted", content: text });
    });
    fc.assert(property, { numRuns: 3_000 });
  });

  test("gives back the longest content", () => {
    const text = "🪷é".repeat(33_333);
    expect(openContent(sealContent(text, key, format), key).content).toBe(text);
  });

  test("keeps a byte order mark", () => {
    expect(openContent(sealContent("\uFEFFkept", key, format), key).content).toBe("\uFEFFkept");
  });

  test("never looks the same twice", () => {
    const sealed = Array.from({ length: 200 }, () => sealContent("same", key, format));
    expect(new Set(sealed).size).toBe(sealed.length);
  });

  test("does not open under another key", () => {
    for (let run = 0; run < 100; run += 1) {
      const stored = sealContent("A memory of twenty-nine bytes", key, format);
      expect(openContent(stored, keyNamed(`stranger ${run}`))).toEqual(undecryptable);
    }
  });

  test("refuses text that would not come back unchanged", () => {
    for (const text of ["\uD83D", "x\uDC00y", "\uDC00\uD83D", "ok 🪷 \uD800"])
      expect(() => sealContent(text, key, format)).toThrow(IllFormedTextError);
  });

  test("refuses a key of another length instead of failing later", () => {
    const stored = sealContent("text", key, format);
    for (const length of [0, 16, 24, 31, 33, 64]) {
      const wrong = Buffer.alloc(length);
      expect(() => sealContent("text", wrong, format)).toThrow(EncryptionKeyError);
      expect(() => openContent(stored, wrong)).toThrow(EncryptionKeyError);
      expect(() => openContent("plaintext", wrong)).toThrow(EncryptionKeyError);
    }
  });
});

describe("parseEncryptionKey", () => {
  test("takes 64 hex digits of either case", () => {
    const property = fc.property(anyBytes(32), (bytes) => {
      expect(parseEncryptionKey(bytes.toString("hex"))).toEqual(bytes);
      expect(parseEncryptionKey(bytes.toString("hex").toUpperCase())).toEqual(bytes);
    });
    fc.assert(property);
  });

  const good = keyNamed("secret").toString("hex");
  test.each([
    ["empty", ""],
    ["one digit short", good.slice(1)],
    ["one digit long", `${good}0`],
    ["128 bits", good.slice(32)],
    ["a letter that is no digit", `g${good.slice(1)}`],
    ["a prefix", `0x${good.slice(2)}`],
    ["white space around", ` ${good}`],
    ["a line feed at the end", `${good}\n`],
    ["two lines", `${good}\n${good}`],
    ["base64", keyNamed("secret").toString("base64")],
    ["digits of another script", "١".repeat(64)],
  ])("refuses %s without showing it", (_, text) => {
    expect(() => parseEncryptionKey(text)).toThrow(EncryptionKeyError);
    try {
      parseEncryptionKey(text);
    } catch (error) {
      expect(String(error)).not.toContain(good.slice(34, 60));
    }
  });
});
