import { describe, expect, it } from "vitest";
import { MAX_BODY_BYTES, readJsonBody } from "./read-body";

const json = "application/json";
const bytes = (text: string) => new Uint8Array(Buffer.from(text, "latin1"));

function request(body: BodyInit | null, headers: Record<string, string> = {}): Request {
  const stream = body instanceof ReadableStream ? { duplex: "half" } : {};
  return new Request("http://localhost/", { method: "POST", body, headers, ...stream });
}

const read = (body: BodyInit | null, type: string | null = json, more = {}) =>
  readJsonBody(request(body, { ...(type === null ? {} : { "content-type": type }), ...more }));

const code = (expected: string) => expect.objectContaining({ code: expected });

describe("content type", () => {
  it.each([
    json,
    "APPLICATION/JSON",
    "application/json; charset=utf-8",
    "application/json;charset=UTF-8",
    'application/json; charset="utf-8"',
    "application/json ; charset=utf-8",
    " application/json",
    "application/json;",
    "application/json; profile=x; charset=utf-8",
  ])("%j is JSON", async (type) => {
    await expect(read('{"a":1}', type)).resolves.toEqual({ a: 1 });
  });

  it.each([
    "text/plain",
    "text/plain; charset=application/json",
    "multipart/form-data; boundary=application/json",
    "application/x-www-form-urlencoded",
    "text/json",
    "application/jsonp",
    "application/problem+json",
    "application/merge-patch+json",
    "application/json, text/plain",
    "application/json; charset=utf-16",
    "application/json; charset=iso-8859-1",
    "application/json; charset=utf-8; charset=utf-16",
    "application/json; charset",
    "application/json text/plain",
    "json",
    "",
    null,
  ])("%j is refused, even before the size and the JSON are looked at", async (type) => {
    const body = bytes("{".padEnd(MAX_BODY_BYTES + 1));
    await expect(read(body, type)).rejects.toEqual(code("unsupported-media-type"));
    await expect(read(bytes("{}"), type)).rejects.toEqual(code("unsupported-media-type"));
  });
});

describe("size", () => {
  const padded = (size: number) => bytes('{"a":1}'.padEnd(size));
  const stream = (size: number, seen: { pulled: number } = { pulled: 0 }) =>
    new ReadableStream<Uint8Array>({
      pull(controller) {
        const rest = size - seen.pulled;
        if (rest <= 0) return controller.close();
        const chunk = bytes("\n".repeat(Math.min(rest, 64 * 1024)));
        if (seen.pulled === 0) chunk.set(bytes('{"a":1}'));
        seen.pulled += chunk.byteLength;
        controller.enqueue(chunk);
      },
    });

  it("takes exactly 1 MiB, declared or not", async () => {
    await expect(read(padded(MAX_BODY_BYTES))).resolves.toEqual({ a: 1 });
    await expect(read(stream(MAX_BODY_BYTES))).resolves.toEqual({ a: 1 });
  });

  it("refuses a byte more, declared or not, before the JSON is looked at", async () => {
    const tooLarge = code("payload-too-large");
    await expect(read(padded(MAX_BODY_BYTES + 1))).rejects.toEqual(tooLarge);
    await expect(read(stream(MAX_BODY_BYTES + 1))).rejects.toEqual(tooLarge);
    await expect(read(bytes("{".padEnd(MAX_BODY_BYTES + 1)))).rejects.toEqual(tooLarge);
  });

  it("refuses a declared length without reading on, and stops reading an endless body", async () => {
    await expect(
      read(bytes("{}"), json, { "content-length": String(MAX_BODY_BYTES + 1) }),
    ).rejects.toEqual(code("payload-too-large"));
    const seen = { pulled: 0 };
    await expect(read(stream(64 * MAX_BODY_BYTES, seen))).rejects.toEqual(
      code("payload-too-large"),
    );
    expect(seen.pulled).toBeLessThan(2 * MAX_BODY_BYTES);
  });

  it("does not believe a declared length that is too small or no number", async () => {
    for (const length of ["0", "2", "-1", "abc", ""]) {
      await expect(
        read(stream(MAX_BODY_BYTES + 1), json, { "content-length": length }),
      ).rejects.toEqual(code("payload-too-large"));
    }
  });
});

describe("JSON", () => {
  it.each([
    ["nothing", ""],
    ["white space", " \n "],
    ["truncated", '{"content":"x"'],
    ["two values", "{}{}"],
    ["a trailing comma", '{"a":1,}'],
    ["single quotes", "{'a':1}"],
    ["NaN", '{"a":NaN}'],
    ["a comment", '{"a":1}//'],
    ["a raw line break in a text", '{"a":"\n"}'],
    ["a byte that is not UTF-8", '{"a":"\xff"}'],
    ["a Latin-1 e acute", '{"a":"\xe9"}'],
    ["an overlong slash", '{"a":"\xc0\xaf"}'],
    ["a surrogate half in UTF-8", '{"a":"\xed\xa0\x80"}'],
    ["half of a character at the end", '{"a":"\xe2\x82'],
    ["UTF-16", '\xff\xfe{\0"\0a\0"\0:\x001\0}\0'],
    ["a null byte behind the value", "{}\0"],
  ])("%s is malformed", async (_, text) => {
    await expect(read(bytes(text))).rejects.toEqual(code("malformed-json"));
  });

  it("reads UTF-8 of every length, and survives any depth of nesting", async () => {
    await expect(read('{"a":"é€😀"}')).resolves.toEqual({ a: "é€😀" });
    const deep = "[".repeat(200_000) + "]".repeat(200_000);
    await expect(read(deep)).resolves.toHaveLength(1);
  });

  it("names __proto__ as an unknown field, however it is spelt", async () => {
    for (const text of [
      '{"__proto__":{"content":"x"}}',
      '{"content":"x","__proto__":null}',
      '{"\\u005f_proto__":1}',
    ]) {
      await expect(read(text)).rejects.toMatchObject({
        code: "validation-failed",
        errors: [{ path: "__proto__", message: "This field is not known." }],
      });
    }
    expect(({} as { content?: string }).content).toBeUndefined();
  });
});

describe("a body that may be empty", () => {
  const readEmptyable = (body: BodyInit | null, headers: Record<string, string> = {}) =>
    readJsonBody(request(body, headers), {});

  it("is what the caller says, with or without a content type", async () => {
    await expect(readEmptyable(null)).resolves.toEqual({});
    await expect(readEmptyable(null, { "content-type": json })).resolves.toEqual({});
  });

  it("still wants the right type when there is one, or when there is a body", async () => {
    await expect(readEmptyable(null, { "content-type": "text/plain" })).rejects.toEqual(
      code("unsupported-media-type"),
    );
    await expect(readEmptyable(bytes('{"reason":"x"}'))).rejects.toEqual(
      code("unsupported-media-type"),
    );
  });
});
