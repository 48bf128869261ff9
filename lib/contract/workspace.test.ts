import { expect, it } from "vitest";
import { updatePreferencesSchema } from "./preferences";
import { streamEndSchema } from "./stream";
import { createTagOperationSchema } from "./tag-operation";
import { trashQuerySchema } from "./trash";

const begins = (body: unknown) => createTagOperationSchema.safeParse(body).success;
const prefers = (body: unknown) => updatePreferencesSchema.safeParse(body).success;
const asks = (query: object) => trashQuerySchema.safeParse(query).success;

it("a tag operation turns 1 to 50 names into another one, or into none", () => {
  const names = (count: number) => Array.from({ length: count }, (_, at) => `tag ${at}`);
  expect(begins({ from: ["work"], to: "job" })).toBe(true);
  expect(begins({ from: ["work", "job"], to: "job" })).toBe(true);
  expect(begins({ from: names(50), to: "job" })).toBe(true);
  expect(begins({ from: names(51), to: "job" })).toBe(false);
  expect(begins({ from: ["job", "job"], to: "job" })).toBe(false);
  expect(begins({ from: [], to: "job" })).toBe(false);
  for (const bad of ["", "t".repeat(501), "\0", "\ud800", 1, null]) {
    expect(begins({ from: [bad], to: "job" })).toBe(false);
    expect(begins({ from: ["work"], to: bad })).toBe(bad === null);
  }
  // What other tools wrote can be renamed; it cannot be what a tag becomes.
  for (const foreign of ["a,b", "t".repeat(65)]) {
    expect(begins({ from: [foreign], to: "job" })).toBe(true);
    expect(begins({ from: ["work"], to: foreign })).toBe(false);
  }
  for (const body of [{ from: ["work"] }, { from: "work", to: "job" }, null, []])
    expect(begins(body)).toBe(false);
  expect(begins({ from: ["work"], to: "job", id: "x" })).toBe(false);
});

it("preferences change by name, and at least one of them", () => {
  for (const trash of [true, false]) expect(prefers({ trash })).toBe(true);
  for (const body of [
    {},
    { trash: undefined },
    { trash: null },
    { trash: "true" },
    { Trash: true },
  ])
    expect(prefers(body)).toBe(false);
  expect(prefers({ trash: true, constructor: 1 })).toBe(false);
});

it("the trash is asked like the memories", () => {
  expect(trashQuerySchema.parse({})).toEqual({ limit: 50 });
  expect(asks({ limit: "100", cursor: "c" })).toBe(true);
  const bad = [{ limit: "0" }, { limit: "101" }, { limit: "1e1" }, { cursor: "" }];
  for (const query of [...bad, { cursor: "\0" }, { q: "x" }]) expect(asks(query)).toBe(false);
});

it("a memory is never taken for the end of the stream", () => {
  expect(streamEndSchema.safeParse({ done: true, count: 0 }).success).toBe(true);
  for (const other of [{ done: false, count: 1 }, { done: true }, { id: "x", title: "done" }])
    expect(streamEndSchema.safeParse(other).success).toBe(false);
});
