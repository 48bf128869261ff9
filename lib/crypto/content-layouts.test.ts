import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { contentFormats, openContent, sealContent } from "./content";
import {
  alphabets,
  anyText,
  flippedBits,
  gcm,
  keyNamed,
  tagOfLength,
  wrongTagLengths,
} from "./test-support";

const key = keyNamed("a person");
const iv = Buffer.alloc(12, 7);
const text = "Allergic to penicillin 🪷";
const undecryptable = { state: "undecryptable", content: null };
const open = (stored: string) => openContent(stored, key);
const hex = (bytes: Buffer) => bytes.toString("hex");

describe("a changed value", () => {
  test.each(["gcm-hex", "gcm-base64"] as const)("%s: no flipped bit opens", (format) => {
    const alphabet = format === "gcm-hex" ? alphabets.hex : alphabets.base64;
    const stored = sealContent(text, key, format);
    const decode = (value: string) =>
      format === "gcm-hex" ? value : hex(Buffer.from(value, "base64"));
    for (const { at, flipped } of flippedBits(stored, alphabet)) {
      const opened = open(flipped);
      expect(opened.state, `at ${at}`).not.toBe("decrypted");
      // A broken separator leaves no layout; everything else is known to be damaged ciphertext.
      const isWhole = /[:=]/.test(stored.charAt(at)) || decode(flipped) === decode(stored);
      if (!isWhole) expect(opened, `at ${at}`).toEqual(undecryptable);
    }
  });

  test("json: no changed character opens", () => {
    const stored = sealContent(text, key, "json");
    for (let at = 0; at < stored.length; at += 1) {
      const other = String.fromCharCode(stored.charCodeAt(at) ^ 1);
      const changed = stored.slice(0, at) + other + stored.slice(at + 1);
      expect(open(changed).state, `at ${at}`).not.toBe("decrypted");
    }
  });

  test("json: no flipped bit of iv, tag or content opens", () => {
    const envelope = JSON.parse(sealContent(text, key, "json"));
    for (const member of ["iv", "tag", "content"])
      for (const { flipped } of flippedBits(envelope[member], alphabets.base64)) {
        const opened = open(JSON.stringify({ ...envelope, [member]: flipped }));
        expect(opened.state, `${member} ${flipped}`).not.toBe("decrypted");
      }
  });

  test("cbc-hex: no flipped bit gives the text back", () => {
    const stored = sealContent(text, key, "cbc-hex");
    for (const { flipped } of flippedBits(stored, alphabets.hex))
      expect(open(flipped).content).not.toBe(text);
  });

  test.each(contentFormats)("%s: nothing that is cut off or added opens as it was", (format) => {
    const stored = sealContent(text, key, format);
    for (let length = 0; length < stored.length; length += 1)
      expect(open(stored.slice(0, length)).state).not.toBe("decrypted");
    for (const more of ["0", "00", "A", "AAAA", ":00", "="])
      expect(open(stored + more).state).not.toBe("decrypted");
  });
});

describe("a tag of any length but 16 bytes", () => {
  const { ciphertext, tag } = gcm(key, iv, Buffer.from(text));
  const layouts = {
    "gcm-hex": (cut: Buffer) => [hex(iv), hex(cut), hex(ciphertext)].join(":"),
    "gcm-base64": (cut: Buffer) => Buffer.concat([iv, ciphertext, cut]).toString("base64"),
    "json, hex": (cut: Buffer) =>
      JSON.stringify({ iv: hex(iv), tag: hex(cut), content: hex(ciphertext) }),
    "json, base64": (cut: Buffer) =>
      JSON.stringify({
        iv: iv.toString("base64"),
        authTag: cut.toString("base64"),
        data: ciphertext.toString("base64"),
      }),
  };

  test.each(Object.entries(layouts))("%s: is undecryptable, never opened", (_, write) => {
    expect(open(write(tag))).toEqual({ state: "decrypted", content: text });
    for (const length of wrongTagLengths)
      expect(open(write(tagOfLength(tag, length))), `${length} bytes`).toEqual(undecryptable);
  });
});

describe("bytes that are not UTF-8", () => {
  const overlong = [
    [0xff],
    [0xc0, 0x80],
    [0xed, 0xa0, 0x80],
    [0xf5, 0x80, 0x80, 0x80],
    [0xe2, 0x82],
  ];

  test.each(overlong.map((bytes) => [Buffer.from([0x61, ...bytes])]))(
    "%j authenticate and are still undecryptable",
    (bytes) => {
      const { ciphertext, tag } = gcm(key, iv, bytes);
      expect(open([iv, tag, ciphertext].map(hex).join(":"))).toEqual(undecryptable);
    },
  );
});

describe("plaintext", () => {
  const sealed = gcm(key, iv, Buffer.from(text));
  const [tag, ciphertext] = [hex(sealed.tag), hex(sealed.ciphertext)];
  const iv16 = "0".repeat(32);

  test.each([
    ["nothing", ""],
    ["a word", "coffee"],
    ["a time of day", "12:34:56"],
    ["a hardware address", "00:1b:44:11:3a:b7"],
    ["a web address", "https://example.com/a:b"],
    ["Markdown", "# Trip\n\n- **Lisbon**: 3 days"],
    ["a short number", "0123456789abcdef"],
    ["base64 of 27 bytes", Buffer.alloc(27, 9).toString("base64")],
    ["base64 without its padding", Buffer.alloc(40, 9).toString("base64").replaceAll("=", "")],
    ["base64url", Buffer.alloc(40, 0xff).toString("base64url")],
    ["base64 on two lines", `${Buffer.alloc(30, 9).toString("base64")}\nAAAA`],
    ["base64 with unused bits set", `${Buffer.alloc(31).toString("base64").slice(0, -3)}B==`],
    ["JSON of something else", '{"name":"Ada","iv":"none"}'],
    ["JSON that is not closed", `{"iv":"${hex(iv)}","tag":"${tag}","content":"${ciphertext}"`],
    ["an envelope without a tag", JSON.stringify({ iv: hex(iv), content: ciphertext })],
    ["an envelope without content", JSON.stringify({ iv: hex(iv), tag })],
    ["an envelope with words", JSON.stringify({ iv: hex(iv), tag, content: "not encoded" })],
    ["an envelope with a number", JSON.stringify({ iv: 12, tag, content: ciphertext })],
    ["an envelope with a short IV", JSON.stringify({ iv: "0011", tag, content: ciphertext })],
    ["a list of an envelope", JSON.stringify([{ iv: hex(iv), tag, content: ciphertext }])],
    ["an IV of 11 bytes", `${"0".repeat(22)}:${tag}:${ciphertext}`],
    ["an IV of 13 bytes", `${"0".repeat(26)}:${tag}:${ciphertext}`],
    ["half a byte", `${hex(iv)}:${tag}:${ciphertext}0`],
    ["a fourth group", `${hex(iv)}:${tag}:${ciphertext}:00`],
    ["a space", `${hex(iv)}: ${tag}:${ciphertext}`],
    ["white space at the end", `${hex(iv)}:${tag}:${ciphertext}\n`],
    ["a letter that is no digit", `${hex(iv)}:${tag}:zz`],
    ["a CBC IV of 12 bytes", `${hex(iv)}:${iv16}`],
    ["CBC without ciphertext", `${iv16}:`],
    ["CBC of 15 bytes", `${iv16}:${"0".repeat(30)}`],
    ["CBC of 17 bytes", `${iv16}:${"0".repeat(34)}`],
  ])("%s is returned as it is", (_, stored) => {
    expect(open(stored)).toEqual({ state: "plaintext", content: stored });
  });

  test("any text with a letter that no layout has is returned as it is", () => {
    const property = fc.property(anyText(200), (random) => {
      const stored = `${random}…`;
      expect(open(stored)).toEqual({ state: "plaintext", content: stored });
    });
    fc.assert(property, { numRuns: 2_000 });
  });

  test("any text whatever is either returned as it is or hidden; nothing throws", () => {
    const looksEncoded = fc.string({ unit: fc.constantFrom(...'0aF:{}"=+/,') });
    const property = fc.property(fc.oneof(anyText(200), looksEncoded, fc.json()), (stored) => {
      const opened = open(stored);
      expect(opened.content).toBe(opened.state === "undecryptable" ? null : stored);
    });
    fc.assert(property, { numRuns: 2_000 });
  });
});

describe("what looks like a layout and does not open is undecryptable", () => {
  test.each([
    ["a SHA-256 in hex is also base64", "a".repeat(64)],
    ["a SHA-1 in hex is also base64", "b".repeat(40)],
    ["base64 of 28 bytes", Buffer.alloc(28, 9).toString("base64")],
    ["three groups of hex with an IV", `${"0".repeat(24)}:${"0".repeat(32)}:00`],
    ["two groups of hex with an IV", `${"0".repeat(32)}:${"0".repeat(32)}`],
  ])("%s", (_, stored) => {
    expect(open(stored)).toEqual(undecryptable);
  });
});

test("an envelope whose base64 content reads as hex too opens as what it is", () => {
  let found = 0;
  for (let run = 0; found < 5; run += 1) {
    const anyIv = keyNamed(`iv ${run}`).subarray(0, 12);
    const { ciphertext, tag } = gcm(key, anyIv, Buffer.from("tea"));
    const encoded = ciphertext.toString("base64");
    if (!/^[0-9a-f]{4}$/i.test(encoded)) continue;
    found += 1;
    const envelope = { iv: anyIv.toString("base64"), tag: tag.toString("base64"), data: encoded };
    expect(open(JSON.stringify(envelope))).toEqual({ state: "decrypted", content: "tea" });
  }
});
