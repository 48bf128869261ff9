import { expect, it } from "vitest";
import type { ActivityItem } from "@/lib/contract/activity";
import { inOrder } from "./activity";

const item = (seq: number, job?: string, changes = 2): ActivityItem => ({
  ...{ seq, at: "2026-01-01T00:00:00.000Z", kind: "edit", outcome: "done" },
  ...{ memoryId: null, count: null },
  job: job
    ? { id: job, kind: "add-tags", changes, unknown: 0, begunAt: "2026-01-01T00:00:00.000Z" }
    : null,
});

it("shows a job that went on between two pages once, where it was last", () => {
  const items = [item(9, "a"), item(8), item(7, "b"), item(5, "a")];
  expect(inOrder(items).map(({ seq }) => seq)).toEqual([9, 8, 7]);
});

it("shows every single change of an opened job", () => {
  const items = [item(3, "a", 1), item(2, "a", 1), item(1, "a", 1)];
  expect(inOrder(items)).toEqual(items);
});
