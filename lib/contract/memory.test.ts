import { describe, expect, it } from "vitest";
import {
  createMemorySchema,
  memoryIdSchema,
  memoryQuerySchema,
  updateMemorySchema,
} from "./memory";

const creates = (fields: object) =>
  createMemorySchema.safeParse({ content: "x", ...fields }).success;
const updates = (fields: object) => updateMemorySchema.safeParse(fields).success;
const asks = (fields: Record<string, string>) => memoryQuerySchema.safeParse(fields).success;

/** One character of two UTF-16 units. */
const face = "😀";

describe("lengths, in UTF-16 units", () => {
  const limits = { title: 200, summary: 2_000, content: 100_000, source: 100 };
  it.each(Object.entries(limits))("%s has at most %i", (name, max) => {
    for (const accepts of [creates, updates]) {
      expect(accepts({ [name]: "x".repeat(max) })).toBe(true);
      expect(accepts({ [name]: "x".repeat(max + 1) })).toBe(false);
      expect(accepts({ [name]: face.repeat(max / 2) })).toBe(true);
      expect(accepts({ [name]: `${face.repeat(max / 2)}x` })).toBe(false);
      expect(accepts({ [name]: "\u0301".repeat(max) })).toBe(true);
    }
  });

  it("content has at least one, whatever it is; the others may be empty", () => {
    for (const accepts of [creates, updates]) {
      expect(accepts({ content: "" })).toBe(false);
      expect(accepts({ content: " " })).toBe(true);
      expect(accepts({ title: "", summary: "", source: "" })).toBe(true);
    }
    expect(createMemorySchema.safeParse({}).success).toBe(false);
  });

  it("tags: at most 50 of 1 to 64 units, none with a comma", () => {
    const names = (count: number) => Array.from({ length: count }, (_, at) => `tag ${at}`);
    for (const accepts of [creates, updates]) {
      expect(accepts({ tags: [] })).toBe(true);
      expect(accepts({ tags: names(50) })).toBe(true);
      expect(accepts({ tags: names(51) })).toBe(false);
      expect(accepts({ tags: ["t".repeat(64), face.repeat(32)] })).toBe(true);
      expect(accepts({ tags: ["t".repeat(65)] })).toBe(false);
      expect(accepts({ tags: [`${face.repeat(32)}x`] })).toBe(false);
      for (const bad of ["", "a,b", ",", 1, null, ["a"], {}]) {
        expect(accepts({ tags: ["good", bad] })).toBe(false);
      }
      for (const bad of ["a", null, {}, 1, { 0: "a", length: 1 }]) {
        expect(accepts({ tags: bad })).toBe(false);
      }
    }
  });
});

describe("text that cannot be stored", () => {
  it.each(["title", "summary", "content", "source"])("%s", (name) => {
    for (const bad of ["a\0b", "\0", "\ud800", "a\udc00b", "\udc00\ud800"]) {
      expect(creates({ [name]: bad })).toBe(false);
      expect(updates({ [name]: bad })).toBe(false);
    }
    expect(creates({ [name]: "\u0001\ufeff\ufffe\uffff\u202e" })).toBe(true);
  });

  it("in tags, in a cursor, in a search", () => {
    expect(creates({ tags: ["\0"] })).toBe(false);
    expect(creates({ tags: ["\ud83d"] })).toBe(false);
    expect(asks({ cursor: "\0" })).toBe(false);
    expect(asks({ q: "a\0" })).toBe(false);
    expect(asks({ tags: "a,\0" })).toBe(false);
  });
});

describe("importance and confidence", () => {
  it.each(["importance", "confidence"])("%s is a number from 0 to 1", (name) => {
    for (const accepts of [creates, updates]) {
      for (const good of [0, 1, 0.5, -0, 5e-324, 0.1 + 0.2]) {
        expect(accepts({ [name]: good })).toBe(true);
      }
      for (const bad of [-0.1, 1.1, -5e-324, 1 + Number.EPSILON, 1e308, "0.5", "", true, [], {}]) {
        expect(accepts({ [name]: bad })).toBe(false);
      }
    }
    expect(creates({ [name]: null })).toBe(false);
    expect(updates({ [name]: null })).toBe(true);
  });
});

describe("a change", () => {
  it("clears what can be cleared with null", () => {
    for (const name of ["title", "summary", "importance", "confidence", "source"]) {
      expect(updates({ [name]: null })).toBe(true);
      expect(creates({ [name]: null })).toBe(false);
    }
    for (const name of ["content", "tags", "replaceUnreadable"]) {
      expect(updates({ title: "x", [name]: null })).toBe(false);
    }
  });

  it("names at least one field", () => {
    for (const nothing of [{}, { replaceUnreadable: true }, { replaceUnreadable: false }]) {
      expect(updates(nothing)).toBe(false);
    }
    for (const bad of ["true", 1, {}])
      expect(updates({ title: "x", replaceUnreadable: bad })).toBe(false);
  });

  it("adds no field of its own", () => {
    expect(updateMemorySchema.parse({ title: null })).toEqual({ title: null });
    expect(Object.keys(createMemorySchema.parse({ content: "x" }))).toEqual(["content"]);
  });
});

it.each([
  "id",
  "userId",
  "user_id",
  "memoryKey",
  "tagIds",
  "createdAt",
  "Title",
  "title ",
  "constructor",
  "toString",
  "hasOwnProperty",
])("%s is an unknown field", (name) => {
  expect(creates({ [name]: "x" })).toBe(false);
  expect(updates({ title: "t", [name]: "x" })).toBe(false);
  expect(asks({ [name]: "x" })).toBe(false);
});

it("replaceUnreadable belongs to a change only", () => {
  expect(creates({ replaceUnreadable: true })).toBe(false);
});

describe("a query", () => {
  it("limit is a whole number from 1 to 100, 50 by default", () => {
    expect(memoryQuerySchema.parse({}).limit).toBe(50);
    for (const good of ["1", "50", "100"]) expect(asks({ limit: good })).toBe(true);
    const bad = ["0", "101", "-1", "1e1", "1e3", "abc", "", " 5", "5.0", "+5", "0x10", "१", "1_0"];
    for (const limit of bad) expect(asks({ limit })).toBe(false);
    expect(asks({ limit: "9".repeat(400) })).toBe(false);
  });

  it("importance is a decimal from 0 to 1", () => {
    for (const good of ["0", "1", "0.5", "0.00", "1.0"])
      expect(asks({ importance: good })).toBe(true);
    const bad = [
      "-0.1",
      "1.1",
      "NaN",
      "Infinity",
      "1e-1",
      "",
      " ",
      "0,5",
      "0x1",
      "+0.5",
      "--",
      ".",
    ];
    for (const importance of bad) expect(asks({ importance })).toBe(false);
  });

  it("tags are names separated by commas, empty ones left out", () => {
    expect(memoryQuerySchema.parse({ tags: "a,,b," }).tags).toEqual(["a", "b"]);
    expect(memoryQuerySchema.parse({ tags: "," }).tags).toEqual([]);
    expect(memoryQuerySchema.parse({ tags: "" }).tags).toEqual([]);
    const list = (count: number) => Array.from({ length: count }, (_, at) => at).join(",");
    expect(asks({ tags: list(50) })).toBe(true);
    expect(asks({ tags: list(51) })).toBe(false);
    expect(asks({ tags: "t".repeat(64) })).toBe(true);
    expect(asks({ tags: "t".repeat(65) })).toBe(false);
  });

  it("q has at most 500 units, a cursor at least one", () => {
    expect(asks({ q: "" })).toBe(true);
    expect(asks({ q: "q".repeat(500) })).toBe(true);
    expect(asks({ q: "q".repeat(501) })).toBe(false);
    expect(asks({ cursor: "" })).toBe(false);
  });
});

describe("an id", () => {
  it.each(["a", "A-Z_09", "cm8r8ny2i001mm24853tqfd62", "-", "__proto__", "constructor"])(
    "%s may stand in an address",
    (id) => {
      expect(memoryIdSchema.safeParse(id).success).toBe(true);
    },
  );

  it.each([
    "",
    ".",
    "..",
    "../x",
    "a/b",
    "a%2Fb",
    "a\\b",
    "a\0",
    "a\n",
    "a b",
    "é",
    "ａ",
    "a?b",
    "a#b",
  ])("%j may not", (id) => {
    expect(memoryIdSchema.safeParse(id).success).toBe(false);
  });
});
