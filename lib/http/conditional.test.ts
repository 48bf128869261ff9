import { describe, expect, it } from "vitest";
import { parseIdempotencyKey, parseIfMatch, toETag } from "./conditional";

const version = "mJ4x_-9";
const matches = (value: string) =>
  parseIfMatch(new Headers({ "if-match": value }))?.matches(version);

describe("If-Match (RFC 9110, 13.1.1)", () => {
  it("asks for nothing when it is absent", () => {
    expect(parseIfMatch(new Headers())).toBeNull();
  });

  it.each([
    toETag(version),
    "*",
    ` ${toETag(version)} `,
    `"other", ${toETag(version)}`,
    `"other",${toETag(version)},"third"`,
    `W/"other", ${toETag(version)}`,
    `"with,comma", ${toETag(version)}`,
    `,"other",, ${toETag(version)},`,
  ])("%s matches", (value) => {
    expect(matches(value)).toBe(true);
  });

  it.each([
    `W/${toETag(version)}`,
    `w/${toETag(version)}`,
    version,
    `'${version}'`,
    `"${version}`,
    `${version}"`,
    '"other"',
    '"*"',
    '""',
    "",
    `"x${version}"`,
    `"${version.toUpperCase()}"`,
    `"a, ${version}"`,
    `*, ${toETag(version)}`,
    `${toETag(version)} "other"`,
    `"other"${toETag(version)}`,
    `nonsense, ${toETag(version)}`,
  ])("%s does not match", (value) => {
    expect(matches(value)).toBe(false);
  });

  it("reads a list of any length in no time", () => {
    const startedAt = Date.now();
    expect(matches(`${'"x" ,\t'.repeat(2_500)}!`)).toBe(false);
    expect(matches(`${" ".repeat(16_000)}!`)).toBe(false);
    expect(Date.now() - startedAt).toBeLessThan(1_000);
  });

  it("takes a tag with a comma and ours inside it for what it is: another tag", () => {
    expect(matches(`"a,"${version}",b"`)).toBe(false);
  });
});

describe("Idempotency-Key", () => {
  it("is null when absent", () => {
    expect(parseIdempotencyKey(new Headers())).toBeNull();
  });

  it.each(["k", "~".repeat(255), "a-b_c.d/e:f", '"quoted"', "0"])("%s is taken", (value) => {
    expect(parseIdempotencyKey(new Headers({ "idempotency-key": value }))).toBe(value);
  });

  it.each(["", "k".repeat(256), "two words", "tab\there", "caf\u00e9", "\u0080"])(
    "%j is refused",
    (value) => {
      expect(() => parseIdempotencyKey(new Headers({ "idempotency-key": value }))).toThrow(
        expect.objectContaining({
          code: "validation-failed",
          errors: [{ path: "Idempotency-Key", message: expect.any(String) }],
        }),
      );
    },
  );

  it("is refused when it is sent twice", () => {
    const headers = new Headers({ "idempotency-key": "one" });
    headers.append("idempotency-key", "two");
    expect(() => parseIdempotencyKey(headers)).toThrow();
  });
});
