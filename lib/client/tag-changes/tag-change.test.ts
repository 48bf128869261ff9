import { describe, expect, it } from "vitest";
import type { Memory } from "@/lib/contract/memory";
import { countCarrying, planChange, targetProblem } from "./tag-change";

const memory = (id: string, tags: string[]): Memory => ({
  id,
  title: `Title of ${id}`,
  summary: null,
  content: "text",
  contentState: "decrypted",
  tags,
  tagIds: [],
  importance: null,
  confidence: null,
  source: null,
  createdAt: "2026-01-01T00:00:00.000Z",
  updatedAt: new Date(Date.UTC(2026, 0, Number(id.codePointAt(0)))).toISOString(),
});

const memories = [
  memory("a", ["travel"]),
  memory("b", ["work", "travel", "journeys"]),
  memory("c", ["journeys"]),
  memory("d", ["work"]),
  memory("e", ["trips", "x", "travel"]),
];

describe("planChange", () => {
  it("renames in place, the memory changed last first", () => {
    const plan = planChange(memories, { from: ["travel"], to: "on the road" });
    expect(plan.affected.map(({ id, before, after }) => [id, before, after])).toEqual([
      ["e", ["trips", "x", "travel"], ["trips", "x", "on the road"]],
      ["b", ["work", "travel", "journeys"], ["work", "on the road", "journeys"]],
      ["a", ["travel"], ["on the road"]],
    ]);
    expect(plan).toMatchObject({ alreadyCarry: 0, carryAfter: 3 });
  });

  it("counts those that have the other tag already, and leaves it where it stands", () => {
    const plan = planChange(memories, { from: ["travel"], to: "journeys" });
    expect(plan.affected.find(({ id }) => id === "b")?.after).toEqual(["work", "journeys"]);
    expect(plan).toMatchObject({ alreadyCarry: 1, carryAfter: 4 });
  });

  it("merges several, into one of them too, naming it once", () => {
    const plan = planChange(memories, { from: ["travel", "trips"], to: "trips" });
    expect(plan.affected.map(({ id, after }) => [id, after])).toEqual([
      ["e", ["trips", "x"]],
      ["b", ["work", "trips", "journeys"]],
      ["a", ["trips"]],
    ]);
    const other = planChange(memories, { from: ["travel", "trips"], to: "z" });
    expect(other.affected.find(({ id }) => id === "e")?.after).toEqual(["z", "x"]);
  });

  it("takes names off", () => {
    const plan = planChange(memories, { from: ["travel"], to: null });
    expect(plan.affected.map(({ after }) => after)).toEqual([
      ["trips", "x"],
      ["work", "journeys"],
      [],
    ]);
    expect(plan.carryAfter).toBe(0);
  });

  it("does nothing twice: what is changed is affected no more", () => {
    const change = { from: ["travel", "trips"], to: "journeys" };
    const after = new Map(planChange(memories, change).affected.map((one) => [one.id, one.after]));
    const changed = memories.map((one) => ({ ...one, tags: [...(after.get(one.id) ?? one.tags)] }));
    expect(planChange(changed, change).affected).toEqual([]);
    expect(countCarrying(changed, change.from)).toBe(0);
    expect(countCarrying(memories, change.from)).toBe(3);
  });
});

describe("targetProblem", () => {
  it.each([
    ["", ["a"], "missing"],
    ["a", ["a"], "same"],
    ["a,b", ["a"], "refused"],
    ["x".repeat(65), ["a"], "refused"],
  ])("refuses %j for %j", (name, from, kind) => {
    expect(targetProblem(name, from)?.kind).toBe(kind);
  });

  it("takes another name, one that differs by case, and one of several", () => {
    expect(targetProblem("b", ["a"])).toBeNull();
    expect(targetProblem("A", ["a"])).toBeNull();
    expect(targetProblem("a", ["a", "b"])).toBeNull();
    expect(targetProblem("x".repeat(64), ["a"])).toBeNull();
  });
});
