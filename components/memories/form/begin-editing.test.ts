import { describe, expect, it } from "vitest";
import type { Draft } from "@/lib/client/drafts/draft";
import { toForm } from "@/lib/client/memory-patch";
import type { Memory } from "@/lib/contract/memory";
import { beginEditing, isLanded } from "./begin-editing";

const memory: Memory = {
  id: "a",
  title: "Night trains",
  summary: "A summary",
  content: "Vienna to Venice.",
  contentState: "decrypted",
  tags: ["travel"],
  tagIds: ["t1"],
  importance: 0.8,
  confidence: null,
  source: null,
  createdAt: "2025-04-04T10:00:00.000Z",
  updatedAt: "2025-04-04T10:00:00.000Z",
};
const version = (change: Partial<Memory> = {}, etag = '"1"') => ({
  memory: { ...memory, ...change },
  etag,
});
const draftOf = (change: Partial<Draft["values"]>): Draft => ({
  values: { ...toForm(memory), ...change },
  base: memory,
  baseEtag: '"1"',
  savedAt: 1_700_000_000_000,
});

describe("beginEditing", () => {
  it("begins with the memory where there is no draft, or one without a change", () => {
    const fresh = { base: version(), values: toForm(memory), restoredFrom: null, newer: null };
    expect(beginEditing(version(), null)).toEqual(fresh);
    expect(beginEditing(version(), draftOf({}))).toEqual(fresh);
    expect(beginEditing(version(), { ...draftOf({ title: "x" }), base: null })).toEqual(fresh);
  });

  it("brings the words back", () => {
    expect(beginEditing(version(), draftOf({ title: "My title" }))).toEqual({
      base: version(),
      values: { ...toForm(memory), title: "My title" },
      restoredFrom: 1_700_000_000_000,
      newer: null,
    });
  });

  it("leads to both versions when the memory changed meanwhile, with what was decided", () => {
    const newest = version({ title: "Theirs" }, '"2"');
    const decisions = { takes: { title: "mine" }, merged: { title: "Both" } } as const;
    const begun = beginEditing(newest, { ...draftOf({ title: "Mine" }), decisions });
    expect(begun).toMatchObject({ base: version(), newer: { newest, decisions } });
  });

  it("also when the change is in another field: it would be written over unseen", () => {
    const newest = version({ summary: "Theirs" }, '"2"');
    expect(beginEditing(newest, draftOf({ title: "Mine" })).newer).not.toBeNull();
  });

  it("goes on from the newer version when only its times changed", () => {
    const newest = version({ updatedAt: "2026-01-01T00:00:00.000Z" }, '"2"');
    const begun = beginEditing(newest, draftOf({ title: "Mine" }));
    expect(begun).toMatchObject({ base: newest, values: { title: "Mine" }, newer: null });
  });

  it("has nothing to bring back once the memory says what the draft says", () => {
    const begun = beginEditing(version({ title: "Mine" }, '"2"'), draftOf({ title: "Mine" }));
    expect(begun).toMatchObject({ restoredFrom: null, values: { title: "Mine" } });
  });
});

describe("isLanded", () => {
  it("knows a save whose answer nobody waited for", () => {
    expect(isLanded({ ...memory, title: "Mine" }, draftOf({ title: "Mine" }))).toBe(true);
  });

  it("is no draft that still has something to say, or never had", () => {
    expect(isLanded(memory, draftOf({ title: "Mine" }))).toBe(false);
    expect(isLanded(memory, draftOf({}))).toBe(false);
    expect(isLanded(memory, { ...draftOf({}), base: null })).toBe(false);
    expect(isLanded(memory, null)).toBe(false);
  });
});
