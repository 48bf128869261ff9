import { expect, it } from "vitest";
import { carriedTags, carrying, sharedImportance } from "./carried-tags";

const memories = [
  { tags: ["work", "travel"] },
  { tags: ["travel", "travel"] },
  { tags: [] },
  { tags: ["home"] },
];

it("counts memories and not mentions, the commonest tag first, equal ones by name", () => {
  expect(carriedTags(memories)).toEqual([
    { name: "travel", count: 2 },
    { name: "home", count: 1 },
    { name: "work", count: 1 },
  ]);
  expect(carriedTags([])).toEqual([]);
});

it("says how many a removal would touch, each memory once", () => {
  expect(carrying(memories, new Set(["work", "travel"]))).toBe(2);
  expect(carrying(memories, new Set(["home"]))).toBe(1);
  expect(carrying(memories, new Set())).toBe(0);
});

it("finds the importance that all share", () => {
  expect(sharedImportance([{ importance: 0.4 }, { importance: 0.4 }])).toBe(0.4);
  expect(sharedImportance([{ importance: null }, { importance: null }])).toBeNull();
  expect(sharedImportance([{ importance: null }, { importance: 0 }])).toBeUndefined();
  expect(sharedImportance([])).toBeUndefined();
});
