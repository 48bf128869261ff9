import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { layouts, open, seal } from "./cipher";

const key = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";
const otherKey = "ff".repeat(32);
const text = "Grüße aus Wien 🌙";

/** Made with Python's `cryptography` and, for CBC, with `openssl enc`. */
const known = {
  "gcm-hex":
    "cafebabefacedbaddecaf888:c6da0eb5b2c8720821486321ca326594:cdd1639a69e52a3b277e2efd2c74ec512dd05fdd46",
  "gcm-base64": "yv66vvrO263eyviIzdFjmmnlKjsnfi79LHTsUS3QX91GxtoOtbLIcgghSGMhyjJllA==",
  json: '{"iv": "yv66vvrO263eyviI", "tag": "xtoOtbLIcgghSGMhyjJllA==", "data": "zdFjmmnlKjsnfi79LHTsUS3QX91G"}',
  "cbc-hex":
    "f0f1f2f3f4f5f6f7f8f9fafbfcfdfeff:fe75d38411591cc48cb87ca072b93808f2534a4356af256376e747ae76f3c608",
};

describe("the cipher of content", () => {
  it.each(layouts)("reads %s as another tool writes it", (layout) => {
    expect(open(known[layout], key)).toEqual({ text, layout });
  });

  it("reads a JSON envelope in hexadecimal digits", () => {
    const envelope =
      '{"iv":"cafebabefacedbaddecaf888","authTag":"c6da0eb5b2c8720821486321ca326594","content":"cdd1639a69e52a3b277e2efd2c74ec512dd05fdd46"}';
    expect(open(envelope, key)).toEqual({ text, layout: "json" });
  });

  it.each(layouts)("opens what it sealed as %s", (layout) => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 1 }), (anything) => {
        expect(open(seal(anything, key, layout), key)).toEqual({ text: anything, layout });
      }),
      { numRuns: 200 },
    );
  });

  it("reads base64 that happens to consist of hexadecimal digits", () => {
    for (let tries = 0; tries < 2_000; tries += 1) {
      expect(open(seal("abc", key, "json"), key)).toEqual({ text: "abc", layout: "json" });
    }
  });

  it("never seals the same text the same way twice", () => {
    for (const layout of layouts) expect(seal(text, key, layout)).not.toBe(seal(text, key, layout));
  });

  it("does not open with another key", () => {
    expect(open(known["gcm-hex"], otherKey)).toBeNull();
    expect(open(known["gcm-base64"], otherKey)).toBeNull();
    expect(open(known.json, otherKey)).toBeNull();
    expect(open(known["cbc-hex"], otherKey)?.text).not.toBe(text);
  });

  it.each([
    "Plain text",
    "{not json",
    "{}",
    "12:34",
    "c29tZXRoaW5nIGVuY29kZWQgdGhhdCBpcyBubyBjaXBoZXJ0ZXh0IGF0IGFsbA==",
  ])("takes %j for something it did not seal", (content) => {
    expect(open(content, key)).toBeNull();
  });

  it("refuses a key that is not 64 hexadecimal digits", () => {
    expect(() => seal(text, "zz".repeat(32))).toThrow("64 hexadecimal digits");
    expect(() => seal(text, key.slice(2))).toThrow("64 hexadecimal digits");
  });
});
