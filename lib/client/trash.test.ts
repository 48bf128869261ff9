import { describe, expect, it } from "vitest";
import { memoryOf } from "@/lib/client/testing/memories";
import { loadedTrash } from "./trash";

const item = (id: string) => ({
  memory: memoryOf({ id }),
  deletedAt: "2026-01-01T00:00:00.000Z",
  expiresAt: "2026-01-31T00:00:00.000Z",
});
const page = (total: number, ...ids: string[]) => ({
  items: ids.map(item),
  nextCursor: null,
  total,
});

describe("loadedTrash", () => {
  it("has each item once, and the newest total", () => {
    const { items, total } = loadedTrash([page(5, "a", "b"), page(4, "b", "c")]);
    expect(items.map(({ memory }) => memory.id)).toEqual(["a", "b", "c"]);
    expect(total).toBe(4);
  });

  it("counts no fewer than it shows", () => {
    expect(loadedTrash([page(1, "a", "b")]).total).toBe(2);
    expect(loadedTrash([])).toEqual({ items: [], total: 0 });
  });
});
