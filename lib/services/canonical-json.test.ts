import fc from "fast-check";
import { expect, it } from "vitest";
import { canonicalJson } from "./canonical-json";

it("is one text for one value, whatever the order of its members", () => {
  expect(canonicalJson({ b: [1, { d: null, c: "x" }], a: 1.0 })).toBe(
    '{"a":1,"b":[1,{"c":"x","d":null}]}',
  );
  expect(canonicalJson({ a: undefined, b: 1 })).toBe(canonicalJson({ b: 1 }));
  expect(canonicalJson(-0)).toBe(canonicalJson(0));
});

it("is another text for another value", () => {
  const values = [
    {},
    [],
    null,
    "",
    0,
    false,
    "null",
    "{}",
    { a: null },
    { a: [] },
    [[]],
    [{}],
    ["a"],
  ];
  expect(new Set(values.map(canonicalJson)).size).toBe(values.length);
  expect(canonicalJson(["a", "b"])).not.toBe(canonicalJson(["b", "a"]));
});

it("reads back as the value it was made from", () => {
  fc.assert(
    fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
      const plain: unknown = JSON.parse(JSON.stringify(value));
      expect(JSON.parse(canonicalJson(plain))).toEqual(plain);
      expect(canonicalJson(JSON.parse(canonicalJson(plain)))).toBe(canonicalJson(plain));
    }),
    { numRuns: 1_000 },
  );
});
