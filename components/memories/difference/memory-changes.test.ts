import { describe, expect, it } from "vitest";
import type { Memory } from "@/lib/contract/memory";
import { memoryChanges } from "./memory-changes";

const memory: Memory = {
  id: "a",
  title: "Night trains",
  summary: null,
  content: "Vienna to Venice.",
  contentState: "decrypted",
  tags: ["travel"],
  tagIds: ["t1"],
  importance: 0.8,
  confidence: null,
  source: "chat",
  createdAt: "2025-04-04T10:00:00.000Z",
  updatedAt: "2025-04-04T10:00:00.000Z",
};
const changed = (change: Partial<Memory>) => memoryChanges(memory, { ...memory, ...change });

describe("memoryChanges", () => {
  it("finds none where only times and ids differ", () => {
    expect(changed({ updatedAt: "2026-01-01T00:00:00.000Z", tagIds: [] })).toEqual([]);
    expect(changed({ summary: "" })).toEqual([]);
  });

  it("tells text, tags and levels apart, in the form's order", () => {
    expect(changed({ importance: null, tags: ["travel", "rail"], title: "Trains" })).toEqual([
      { kind: "text", field: "title", before: "Night trains", after: "Trains" },
      { kind: "tags", field: "tags", before: ["travel"], after: ["travel", "rail"] },
      { kind: "level", field: "importance", before: 0.8, after: null },
    ]);
  });

  it("compares no content that cannot be read", () => {
    const unreadable = { ...memory, content: null, contentState: "undecryptable" } as const;
    const said = { kind: "unreadable", field: "content" };
    expect(memoryChanges(memory, unreadable)).toEqual([{ ...said, isOlder: false }]);
    expect(memoryChanges(unreadable, memory)).toEqual([{ ...said, isOlder: true }]);
    expect(memoryChanges({ ...memory, content: "" }, unreadable)).toEqual([
      { ...said, isOlder: false },
    ]);
    expect(memoryChanges(unreadable, { ...unreadable, title: "x" })).toHaveLength(1);
  });

  it("says when plain text became encrypted", () => {
    expect(memoryChanges({ ...memory, contentState: "plaintext" }, memory)).toEqual([
      { kind: "stored", field: "stored", before: "plaintext", after: "decrypted" },
    ]);
  });
});
