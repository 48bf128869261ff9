import { describe, expect, it } from "vitest";
import { emptyForm } from "@/lib/client/memory-patch";
import { sentences } from "@/lib/contract/sentences";
import { changedAgain, withMerged, withTake } from "./decide";
import type { Sides } from "./merge-start";
import { refusals } from "./refusals";
import { noDecisions } from "./sides";

const base = { ...emptyForm, title: "Title", content: "Text", importance: 3 };
const sides: Sides = {
  base,
  mine: { ...base, title: "Mine", content: "Mine" },
  theirs: { ...base, title: "Theirs", content: "Theirs", importance: 0.5 },
};

describe("deciding", () => {
  it("begins merging with both, and goes on with what was written", () => {
    const begun = withTake(sides, noDecisions, "title", "merged");
    expect(begun).toEqual({ takes: { title: "merged" }, merged: { title: "Mine / Theirs" } });
    const written = withMerged(begun, "title", { title: "Ours" });
    const elsewhere = withTake(sides, written, "title", "theirs");
    expect(withTake(sides, elsewhere, "title", "merged").merged).toEqual({ title: "Ours" });
  });

  it("knows which choices were made about something that is different now", () => {
    const decisions = { takes: { title: "mine", content: "theirs" }, merged: {} } as const;
    const now = { ...sides.theirs, content: "Third", importance: 1 };
    expect(changedAgain(sides.theirs, now, decisions)).toEqual(["content"]);
  });
});

describe("refusals", () => {
  it("are none where the rules are kept, or what breaks them is in Memoram already", () => {
    expect(refusals(sides, { takes: { title: "mine", content: "mine" }, merged: {} })).toEqual({});
    const kept = { ...sides, theirs: { ...sides.theirs, title: "x".repeat(201) } };
    expect(refusals(kept, { takes: { title: "theirs", content: "mine" }, merged: {} })).toEqual({});
  });

  it("name the field that was chosen or written against the rules", () => {
    const decisions = {
      takes: { title: "merged", content: "merged", importance: "mine" },
      merged: { title: "x".repeat(201), content: "" },
    } as const;
    expect(refusals(sides, decisions)).toEqual({
      title: sentences.titleLength,
      content: sentences.contentMissing,
      importance: sentences.importanceRange,
    });
  });
});
