import fc from "fast-check";
import type { ProblemCode } from "@/lib/contract/problem";

/** A body that must be refused, as text or bytes made when it is sent, and with which code. */
export type BadBody = { why: string; code: ProblemCode; make: () => string | Buffer };

/** Every member that some body of ours may have: whatever is not among them is unknown. */
const members = new Set([
  ...["content", "title", "summary", "tags", "importance", "confidence", "source"],
  ...["replaceUnreadable", "reason", "memoryKey", "trash", "from", "to", "confirm"],
]);
const DEEP = 10_000;
const MAX_BYTES = 1024 * 1024;

export const strangeNames = fc.oneof(
  fc.constantFrom("__proto__", "constructor", "prototype"),
  fc.constantFrom(
    ...["__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "valueOf"],
    ...["then", "toJSON", "user_id", "userId", "id", "", " ", "\0", "content ", "Content"],
    ...["$where", "a.b", "a[b]", "0", "\r\nx: y", "\ud800", "é", "😀"],
  ),
  fc.string({ unit: "binary", maxLength: 30 }),
);

const anyJson = fc.oneof(
  fc.json({ maxDepth: 3 }),
  fc.constantFrom("null", "1e999", "-0", '"\\ud800"'),
);

const deep = fc.constantFrom(
  () => "[".repeat(DEEP) + "]".repeat(DEEP),
  () => `${'{"a":'.repeat(DEEP)}1${"}".repeat(DEEP)}`,
  () => `${'[{"__proto__":'.repeat(DEEP / 2)}0${"}]".repeat(DEEP / 2)}`,
);
const huge = fc.constantFrom(
  () => `[${"0,".repeat(100_000)}0]`,
  () => `[${'"t",'.repeat(60)}"t"]`,
  () => JSON.stringify("x".repeat(200_001)),
  () => `{${Array.from({ length: 20_000 }, (_, at) => `"k${at}":${at}`).join()}}`,
);

const isJson = (text: string) => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

/** Values that no member of a type takes: neither another type, nor text nobody can store. */
function wrongValues(good: unknown): fc.Arbitrary<string> {
  const others = ["5", "-1", "1e999", "-1e400", "true", "{}", '{"length":1}', "[[]]", "[null]"];
  const texts = ['"\\ud800"', '"\\u0000"', '"a\\u0000b"', '"\\udc00x"'];
  const fitting = typeof good === "boolean" ? ["true"] : [];
  return fc.constantFrom(...[...others, ...texts].filter((text) => !fitting.includes(text)));
}

const notJson = fc
  .oneof(
    fc.constantFrom(
      ...[
        "{",
        "}",
        "[",
        "{]",
        "NaN",
        "undefined",
        "Infinity",
        "'a'",
        "{'content':'x'}",
        "01",
        "+1",
      ],
      ...['{"content":"x",}', "[1,]", '{"content":"x"} x', '{"content":"x"}{"content":"x"}', "tru"],
      ...[
        '{content:"x"}',
        '// x\n{"content":"x"}',
        '"\n"',
        '"\t"',
        '"\\x41"',
        '"\\u00"',
        "\ufeff{",
      ],
      ...[
        "content=x",
        "<x/>",
        "--b\r\ncontent-disposition: form-data\r\n\r\nx\r\n--b--",
        "\0",
        ".5",
      ],
    ),
    fc.string({ unit: "binary", minLength: 1, maxLength: 60 }),
  )
  .filter((text) => !isJson(text.replace(/^\ufeff/, "")) && text.trim() !== "");

const invalidUtf8 = fc.constantFrom(
  ...[[0xff], [0xc3], [0xc0, 0xaf], [0xed, 0xa0, 0x80], [0xf5, 0x80, 0x80, 0x80], [0xe2, 0x82]],
);

const bad = (why: string, code: ProblemCode, make: BadBody["make"]): BadBody => ({
  why,
  code,
  make,
});
const refused = (why: string, make: BadBody["make"]) => bad(why, "validation-failed", make);

/** Bodies that a schema with the members of `good` refuses, or that are no JSON at all. */
export function badBodies(good: object): fc.Arbitrary<BadBody> {
  const base = JSON.stringify(good);
  const isFull = Object.keys(good).length > 0;
  const member = fc.constantFrom(...Object.entries(good));
  /** The good body with one more member, which counts where the name comes twice. */
  const adding = (name: string, value: string) =>
    `${base.slice(0, -1)}${isFull ? "," : ""}${JSON.stringify(name)}:${value}}`;
  const unknownName = strangeNames.filter((name) => !members.has(name));

  return fc.oneof(
    {
      weight: 8,
      arbitrary: member.chain(([name, value]) =>
        wrongValues(value).map((wrong) =>
          refused(`wrong type: ${name} ${wrong}`, () => `{${JSON.stringify(name)}:${wrong}}`),
        ),
      ),
    },
    {
      weight: 4,
      arbitrary: member.chain(([name, value]) =>
        wrongValues(value).map((wrong) =>
          refused(`a name twice: ${name} ${wrong}`, () => adding(name, wrong)),
        ),
      ),
    },
    {
      weight: 8,
      arbitrary: fc
        .tuple(unknownName, anyJson)
        .map(([name, value]) =>
          refused(`unknown member ${JSON.stringify(name)}`, () => adding(name, value)),
        ),
    },
    {
      weight: 3,
      arbitrary: fc
        .tuple(unknownName, fc.oneof(deep, huge))
        .map(([name, value]) =>
          refused(`deep or huge member ${JSON.stringify(name)}`, () => adding(name, value())),
        ),
    },
    {
      weight: 2,
      arbitrary: fc
        .tuple(member, deep)
        .map(([[name], value]) => refused(`deep value of ${name}`, () => adding(name, value()))),
    },
    {
      weight: 4,
      arbitrary: fc.oneof(
        fc
          .constantFrom("[]", "5", "null", "true", '"text"', '[{"content":"x"}]', "1e999", "-0")
          .map((text) => refused(`no object: ${text}`, () => text)),
        deep.map((make) => refused("deep whole", make)),
        huge.map((make) => refused("huge whole", make)),
      ),
    },
    {
      weight: 8,
      arbitrary: notJson.map((text) =>
        bad(`no JSON: ${JSON.stringify(text)}`, "malformed-json", () => text),
      ),
    },
    {
      weight: 3,
      arbitrary: fc
        .tuple(invalidUtf8, fc.nat(base.length))
        .map(([bytes, at]) =>
          bad("invalid UTF-8", "malformed-json", () =>
            Buffer.concat([
              Buffer.from(base.slice(0, at)),
              Buffer.from(bytes),
              Buffer.from(base.slice(at)),
            ]),
          ),
        ),
    },
    {
      weight: 1,
      arbitrary: fc
        .constantFrom<BufferEncoding>("utf16le")
        .map((encoding) =>
          bad("UTF-16", "malformed-json", () => Buffer.from(`\ufeff${base}`, encoding)),
        ),
    },
    {
      weight: 1,
      arbitrary: fc
        .constantFrom(1, 1_000, 200_000)
        .map((over) =>
          bad(
            "too large",
            "payload-too-large",
            () => base + " ".repeat(MAX_BYTES - base.length + over),
          ),
        ),
    },
  );
}
