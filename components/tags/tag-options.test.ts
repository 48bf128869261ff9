import { describe, expect, it } from "vitest";
import type { Tag } from "@/lib/contract/tag";
import { addTags, MAX_OPTIONS, matchingTags, tagOptions } from "./tag-options";

function tag(name: string, isEnabled = true): Tag {
  const time = "2025-04-04T10:00:00Z";
  return {
    id: name,
    name,
    description: null,
    color: "#FF5733",
    isEnabled,
    createdAt: time,
    updatedAt: time,
  };
}

const tags = ["homework", "travel", "work", "Workshop"].map((name) => tag(name));
const names = (options: { name: string }[]) => options.map(({ name }) => name);

describe("matchingTags", () => {
  it("finds names that contain what was typed, beginnings first, whatever the case", () => {
    expect(names(matchingTags(tags, "WORK"))).toEqual(["work", "Workshop", "homework"]);
  });

  it("offers all for nothing typed, without the chosen and the disabled ones", () => {
    expect(names(matchingTags([...tags, tag("old", false)], " ", ["work"]))).toEqual([
      "homework",
      "travel",
      "Workshop",
    ]);
  });
});

describe("tagOptions", () => {
  it("ends with the typed name as a new tag", () => {
    expect(tagOptions(tags, " wor ", []).at(-1)).toEqual({ name: "wor", color: null, isNew: true });
  });

  it("offers no new tag for a known name, nor for a disabled one", () => {
    const options = tagOptions([...tags, tag("old", false)], "old", []);
    expect(options).toEqual([]);
    expect(tagOptions(tags, "work", []).some(({ isNew }) => isNew)).toBe(false);
  });

  it("tells names apart that differ in case only", () => {
    expect(tagOptions(tags, "Work", []).at(-1)).toMatchObject({ name: "Work", isNew: true });
  });

  it("offers nothing that cannot be a name", () => {
    expect(tagOptions([], "", [])).toEqual([]);
    expect(tagOptions([], "x".repeat(65), [])).toEqual([]);
    expect(tagOptions([], "chosen", ["chosen"])).toEqual([]);
  });

  it("stays short", () => {
    const many = Array.from({ length: 200 }, (_, index) => tag(`tag ${index}`));
    expect(tagOptions(many, "", [])).toHaveLength(MAX_OPTIONS);
  });
});

describe("addTags", () => {
  it("trims, splits at commas and drops doubles", () => {
    expect(addTags(["a"], " b , a,, c")).toEqual({ names: ["a", "b", "c"], error: null });
  });

  it("keeps both of two names that differ in case", () => {
    expect(addTags(["travel"], "Travel").names).toEqual(["travel", "Travel"]);
  });

  it("adds nothing and says why when a name is too long", () => {
    const { names: kept, error } = addTags(["a"], `b,${"x".repeat(65)}`);
    expect(kept).toEqual(["a"]);
    expect(error).toContain("64");
  });
});
