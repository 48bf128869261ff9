import { describe, expect, it } from "vitest";
import { parseSearch } from "@/lib/client/search/parse-search";
import type { Memory } from "@/lib/contract/memory";
import { findMemories, MAX_HITS } from "./find-memories";

const memory = (id: string, values: Partial<Memory> = {}): Memory => ({
  id,
  title: null,
  summary: null,
  content: "",
  contentState: "decrypted",
  tags: [],
  tagIds: [],
  importance: null,
  confidence: null,
  source: null,
  createdAt: "2026-01-01T00:00:00.000Z",
  updatedAt: "2026-01-01T00:00:00.000Z",
  ...values,
});

const options = () => ({
  signal: new AbortController().signal,
  now: () => 0,
  pause: async () => undefined,
});

const find = async (memories: Memory[], typed: string) => {
  const { top, count } = await findMemories(memories, parseSearch(typed), options());
  return { ids: top.map(({ id }) => id), count };
};

describe("findMemories", () => {
  it("puts what is found in a title before a summary, and that before the content", async () => {
    const memories = [
      memory("content", { content: "The night train" }),
      memory("summary", { summary: "A night train", updatedAt: "2026-02-01T00:00:00Z" }),
      memory("old title", { title: "Nîght trains", updatedAt: "2025-01-01T00:00:00Z" }),
      memory("both", { title: "Train", content: "by night", updatedAt: "2026-03-01T00:00:00Z" }),
      memory("other", { title: "Night" }),
    ];
    expect(await find(memories, "night TRAIN")).toEqual({
      ids: ["old title", "summary", "both", "content"],
      count: 4,
    });
  });

  it("shows the ones changed last, and counts all", async () => {
    const days = Array.from({ length: 50 }, (_, index) => (index * 7) % 50);
    const memories = days.map((day) =>
      memory(`day ${day}`, {
        title: "tea",
        updatedAt: new Date(Date.UTC(2026, 0, 1 + day)).toISOString(),
      }),
    );
    const { ids, count } = await find(memories, "tea");
    expect(count).toBe(50);
    expect(ids).toEqual(Array.from({ length: MAX_HITS }, (_, rank) => `day ${49 - rank}`));
  });

  it("never holds the page up, and stops when something else is searched for", async () => {
    const memories = Array.from({ length: 1_000 }, (_, index) => memory(String(index)));
    const controller = new AbortController();
    let clock = 0;
    let pauses = 0;
    const search = findMemories(memories, parseSearch("x"), {
      signal: controller.signal,
      // Each memory takes a millisecond.
      now: () => {
        clock += 1;
        return clock;
      },
      pause: async () => {
        pauses += 1;
        if (pauses === 5) controller.abort(new Error("something else"));
      },
    });
    await expect(search).rejects.toThrow("something else");
    expect(pauses).toBe(5);
    expect(clock).toBeLessThan(100);
  });
});
