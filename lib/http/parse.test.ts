import { describe, expect, it } from "vitest";
import { z } from "zod";
import { createMemorySchema } from "@/lib/contract/memory";
import { isAppError } from "@/lib/errors";
import { parseWith, queryOf } from "./parse";

const query = (search: string) => queryOf(new URL(`http://localhost/${search}`));

function errorsOf(work: () => unknown) {
  try {
    work();
  } catch (error) {
    if (isAppError(error, "validation-failed")) return error.errors ?? [];
    throw error;
  }
  throw new Error("Nothing was refused.");
}

describe("queryOf", () => {
  it("reads names and values, decoded", () => {
    expect(query("?a=1&b=%E2%82%AC+x&c=")).toEqual({ a: "1", b: "€ x", c: "" });
    expect(query("")).toEqual({});
  });

  it.each(["?a=1&a=1", "?a=1&a=2", "?a&b&a"])("refuses the repeated name in %s", (search) => {
    expect(errorsOf(() => query(search))).toEqual([
      { path: "a", message: "This parameter comes twice." },
    ]);
  });

  it("refuses __proto__ and leaves every prototype alone", () => {
    expect(errorsOf(() => query("?__proto__=x"))[0]?.path).toBe("__proto__");
    expect(errorsOf(() => query("?%5F_proto__=x"))[0]?.path).toBe("__proto__");
    const parsed = query("?constructor=x&toString=y");
    expect(Object.keys(parsed)).toEqual(["constructor", "toString"]);
    expect({}.toString()).toBe("[object Object]");
  });
});

describe("parseWith", () => {
  const schema = z.strictObject({ a: z.string("a must be text."), b: z.object({ c: z.number() }) });

  it("names every refused value by its path", () => {
    const errors = errorsOf(() => parseWith(schema, { a: 1, b: { c: "x" }, d: 1, constructor: 2 }));
    expect(errors.map(({ path }) => path).sort()).toEqual(["a", "b.c", "constructor", "d"]);
    expect(errors).toContainEqual({ path: "a", message: "a must be text." });
    expect(errors).toContainEqual({ path: "d", message: "This field is not known." });
  });

  it.each([null, 1, "text", true, [], undefined])("refuses %j for an object", (value) => {
    expect(errorsOf(() => parseWith(schema, value))).toHaveLength(1);
  });

  it("answers a body of nothing but unknown names with a list that stays short", () => {
    const body = Object.fromEntries(Array.from({ length: 120_000 }, (_, at) => [`n${at}`, 0]));
    const errors = errorsOf(() => parseWith(createMemorySchema, body));
    expect(errors.length).toBeLessThanOrEqual(100);
    expect(errors).toContainEqual({ path: "n0", message: "This field is not known." });
    const long = errorsOf(() => parseWith(createMemorySchema, { ["x".repeat(900_000)]: 1 }));
    expect(JSON.stringify(long).length).toBeLessThan(2_000);
  });

  it("answers a list of a million wrong tags without failing itself", () => {
    const errors = errorsOf(() =>
      parseWith(createMemorySchema, { content: "x", tags: Array(1_000_000).fill(1) }),
    );
    expect(errors.length).toBeGreaterThan(0);
    expect(errors.length).toBeLessThanOrEqual(100);
  });
});
