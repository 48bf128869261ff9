import { describe, expect, it } from "vitest";
import type { Tag } from "@/lib/contract/tag";
import { sortTags, type TagRow, tagRows } from "./tag-rows";

const tag = (name: string, rest: Partial<Tag> = {}): Tag => ({
  id: `id-${name}`,
  name,
  description: null,
  color: "#ff5733",
  isEnabled: true,
  createdAt: "2026-01-01T00:00:00.000Z",
  updatedAt: "2026-01-01T00:00:00.000Z",
  ...rest,
});

const used = (count: number, lastUsed: string | null = "2026-02-01T00:00:00.000Z") => ({
  count,
  lastUsed,
});

const names = (rows: readonly TagRow[]) => rows.map(({ name }) => name);

describe("tagRows", () => {
  it("tells tags that memories carry from those that only Memoram knows", () => {
    const rows = tagRows(
      [tag("travel"), tag("old", { description: "From before" })],
      new Map([["travel", used(3)]]),
    );
    expect(rows.used).toMatchObject([{ name: "travel", count: 3, color: "#ff5733" }]);
    expect(rows.unused).toMatchObject([{ name: "old", count: 0, description: "From before" }]);
  });

  it("knows a tag on a memory that Memoram's list does not name (yet)", () => {
    const rows = tagRows([], new Map([["fresh", used(1)]]));
    expect(rows.used).toMatchObject([{ name: "fresh", color: null, isEnabled: true }]);
  });

  it("keeps apart names that differ by case, and names a name once", () => {
    const usage = new Map([
      ["Travel", used(1)],
      ["travel", used(2)],
    ]);
    const rows = tagRows([tag("travel"), tag("travel", { id: "again" }), tag("Travel")], usage);
    expect(names(rows.used).sort()).toEqual(["Travel", "travel"]);
  });

  it("does not take the names of the language for tags", () => {
    expect(tagRows([tag("constructor")], new Map()).used).toEqual([]);
  });
});

describe("sortTags", () => {
  const row = (name: string, count: number, lastUsed: string | null): TagRow => ({
    name,
    count,
    lastUsed,
    color: null,
    description: null,
    isEnabled: true,
  });
  const rows = [
    row("work", 5, "2026-03-01T00:00:00Z"),
    row("ärzte", 9, "2026-01-01T00:00:00Z"),
    row("zoo", 5, "not a time"),
    row("tag 10", 1, null),
    row("tag 9", 1, "2026-02-01T00:00:00+02:00"),
  ];
  const { compare } = new Intl.Collator("de", { numeric: true });

  it("sorts by name as the language does", () => {
    expect(names(sortTags(rows, "name", compare))).toEqual([
      "ärzte",
      "tag 9",
      "tag 10",
      "work",
      "zoo",
    ]);
  });

  it("sorts by use, those alike by name", () => {
    expect(names(sortTags(rows, "count", compare))).toEqual([
      "ärzte",
      "work",
      "zoo",
      "tag 9",
      "tag 10",
    ]);
  });

  it("sorts by last use, those without one last", () => {
    expect(names(sortTags(rows, "used", compare))).toEqual([
      "work",
      "tag 9",
      "ärzte",
      "tag 10",
      "zoo",
    ]);
  });
});
