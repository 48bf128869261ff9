import { describe, expect, it } from "vitest";
import { createMemorySchema, type Memory, updateMemorySchema } from "@/lib/contract/memory";
import {
  applyPatch,
  changedFields,
  emptyForm,
  formFields,
  toCreate,
  toForm,
  toPatch,
} from "./memory-patch";

const memory: Memory = {
  id: "m1",
  title: "Prefers night trains",
  summary: null,
  content: "One\r\ntwo",
  contentState: "plaintext",
  tags: ["travel"],
  tagIds: ["t1"],
  importance: 3,
  confidence: 0.5,
  source: "chat",
  createdAt: "2025-04-04T10:00:00Z",
  updatedAt: "2025-04-04T10:00:00Z",
};
const initial = toForm(memory);

describe("toForm", () => {
  it("fills every field of the form", () => {
    expect(Object.keys(initial).sort()).toEqual([...formFields].sort());
    expect(Object.keys(emptyForm).sort()).toEqual([...formFields].sort());
  });

  it("shows missing text as empty and keeps numbers as they came", () => {
    expect(initial).toMatchObject({ summary: "", importance: 3 });
    expect(toForm({ ...memory, content: null }).content).toBe("");
  });
});

describe("toPatch", () => {
  it("is null when nothing changed", () => {
    expect(toPatch(initial, { ...initial, tags: [...initial.tags] })).toBeNull();
  });

  it("takes a textarea's line endings for no change", () => {
    expect(toPatch(initial, { ...initial, content: "One\ntwo" })).toBeNull();
  });

  it("sends what changed and nothing else, an odd value that nobody touched included", () => {
    const patch = toPatch(initial, { ...initial, title: "New" });
    expect(patch).toEqual({ title: "New" });
    expect(updateMemorySchema.safeParse(patch).success).toBe(true);
  });

  it("clears with null", () => {
    const cleared = { ...initial, title: "", source: "", importance: null, confidence: null };
    const patch = toPatch(initial, cleared);
    expect(patch).toEqual({ title: null, source: null, importance: null, confidence: null });
    expect(updateMemorySchema.safeParse(patch).success).toBe(true);
  });

  it("sends the whole list of tags, in its order", () => {
    expect(toPatch(initial, { ...initial, tags: ["b", "travel"] })).toEqual({
      tags: ["b", "travel"],
    });
    expect(toPatch(initial, { ...initial, tags: [] })).toEqual({ tags: [] });
  });

  it("tells 0 from nothing", () => {
    expect(toPatch(initial, { ...initial, importance: 0 })).toEqual({ importance: 0 });
  });

  it("never turns emptied content into null: the contract has no such thing", () => {
    expect(toPatch(initial, { ...initial, content: "" })).toEqual({ content: "" });
  });
});

describe("changedFields", () => {
  it("names them in the form's order", () => {
    expect(changedFields(initial, { ...initial, source: "x", title: "y" })).toEqual([
      "title",
      "source",
    ]);
  });
});

describe("toCreate", () => {
  it("leaves out what was left empty", () => {
    expect(toCreate({ ...emptyForm, content: "Text" })).toEqual({ content: "Text" });
  });

  it("makes a body that the contract accepts", () => {
    const body = toCreate({ ...initial, importance: 0 });
    expect(body).toMatchObject({ importance: 0, tags: ["travel"] });
    expect(createMemorySchema.safeParse(body).success).toBe(true);
  });
});

describe("applyPatch", () => {
  it("changes the given fields and the time", () => {
    const next = applyPatch(memory, { title: null, tags: [] }, "2025-05-01T00:00:00Z");
    expect(next).toEqual({
      ...memory,
      title: null,
      tags: [],
      updatedAt: "2025-05-01T00:00:00Z",
    });
  });

  it("counts new content as readable, and keeps no switch of the request", () => {
    const unreadable: Memory = { ...memory, content: null, contentState: "undecryptable" };
    const next = applyPatch(unreadable, { content: "New", replaceUnreadable: true }, "now");
    expect(next).toMatchObject({ content: "New", contentState: "decrypted" });
    expect(next).not.toHaveProperty("replaceUnreadable");
  });
});
