import { describe, expect, it } from "vitest";
import { emptyForm } from "@/lib/client/memory-patch";
import { mergeStart, type Sides } from "./merge-start";
import {
  conflictFields,
  type Decisions,
  defaultTake,
  noDecisions,
  resolved,
  undecidedFields,
} from "./sides";

const base = { ...emptyForm, title: "Title", summary: "Summary", tags: ["a"], importance: 0.5 };
const sides: Sides = {
  base,
  mine: { ...base, title: "My title", tags: ["a", "b"], source: "me", confidence: 1 },
  theirs: { ...base, title: "Their title", summary: "Theirs", tags: ["a", "c"], confidence: 1 },
};

describe("a conflict", () => {
  it("is about the fields that differ, and not about what both changed alike", () => {
    expect(conflictFields(sides)).toEqual(["title", "summary", "tags", "source"]);
  });

  it("takes what only one side changed, and asks where both did", () => {
    expect(defaultTake(sides, "source")).toBe("mine");
    expect(defaultTake(sides, "summary")).toBe("theirs");
    expect(defaultTake(sides, "title")).toBeNull();
    expect(defaultTake(sides, "tags")).toBe("merged");
    expect(undecidedFields(sides, noDecisions)).toEqual(["title"]);
  });

  it("takes another line ending for no difference", () => {
    const mine = { ...base, content: "a\nb" };
    expect(conflictFields({ base, mine, theirs: { ...base, content: "a\r\nb" } })).toEqual([]);
  });

  it("becomes one memory of mine, theirs and what was merged by hand", () => {
    const decisions: Decisions = {
      takes: { title: "mine" },
      merged: { title: "Written, not chosen" },
    };
    expect(undecidedFields(sides, decisions)).toEqual([]);
    expect(resolved(sides, decisions)).toEqual({
      ...base,
      title: "My title",
      summary: "Theirs",
      tags: ["a", "c", "b"],
      source: "me",
      confidence: 1,
    });
  });

  it("lets a choice overrule the default", () => {
    const decisions: Decisions = { takes: { summary: "mine", source: "theirs" }, merged: {} };
    expect(resolved(sides, decisions)).toMatchObject({ summary: "Summary", source: "" });
  });

  it("keeps what was chosen when a third version comes", () => {
    const decisions: Decisions = { takes: { title: "mine" }, merged: {} };
    const third = { ...sides, theirs: { ...sides.theirs, title: "Third", importance: 0.9 } };
    expect(resolved(third, decisions)).toMatchObject({ title: "My title", importance: 0.9 });
    expect(undecidedFields(third, decisions)).toEqual([]);
  });
});

describe("merging by hand begins", () => {
  const contents = (base_: string, mine: string, theirs: string): Sides => ({
    base: { ...base, content: base_, title: base_ },
    mine: { ...base, content: mine, title: mine },
    theirs: { ...base, content: theirs, title: theirs },
  });

  it("with the tags of both, each once, and without what one of them took away", () => {
    expect(mergeStart(sides, "tags")).toEqual({ tags: ["a", "c", "b"] });
    const without = { ...sides, mine: { ...sides.mine, tags: ["b"] } };
    expect(mergeStart(without, "tags")).toEqual({ tags: ["c", "b"] });
  });

  it("with both changes where they are in different lines", () => {
    const text = (first: string, last: string) => `${first}\n\none\n\ntwo\n\nthree\n\n${last}`;
    const both = contents(text("a", "z"), text("A", "z"), text("a", "Z"));
    expect(mergeStart(both, "content")).toEqual({ content: text("A", "Z") });
  });

  it("with both texts, mine first, where they are in the same line", () => {
    expect(mergeStart(contents("a", "b", "c"), "content")).toEqual({ content: "b\n\nc" });
    expect(mergeStart(contents("a", "b", "c"), "title")).toEqual({ title: "b / c" });
  });

  it("with the one there is when the other was emptied", () => {
    expect(mergeStart(contents("a", "", "c"), "content")).toEqual({ content: "c" });
    expect(mergeStart(contents("a", "b", ""), "title")).toEqual({ title: "b" });
  });
});
