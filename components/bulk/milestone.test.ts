import { describe, expect, it } from "vitest";
import type { BulkJob, BulkState } from "@/lib/client/bulk/job";
import { isOpen, quarterOf } from "./milestone";

function job(values: Partial<BulkJob>): BulkJob {
  return {
    id: "1",
    action: { kind: "delete" },
    state: "running",
    pause: null,
    isCancelling: false,
    total: 200,
    done: 0,
    unchanged: 0,
    failed: [],
    skipped: 0,
    error: null,
    changed: [],
    kept: [],
    newIds: new Map(),
    ...values,
  };
}

const failures = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ id: String(index), title: null, error: null }));

describe("quarterOf", () => {
  it.each([
    [0, 0, 0],
    [49, 0, 0],
    [50, 0, 25],
    [47, 3, 25],
    [99, 0, 25],
    [100, 0, 50],
    [149, 0, 50],
    [150, 0, 75],
    [196, 3, 75],
    [200, 0, 0],
    [197, 3, 0],
  ])("of 200, %i done and %i failed: %i percent", (done, failed, quarter) => {
    expect(quarterOf(job({ done, failed: failures(failed) }))).toBe(quarter);
  });

  it("spares the listener the quarters of a handful", () => {
    expect(quarterOf(job({ total: 7, done: 4 }))).toBe(0);
    expect(quarterOf(job({ total: 8, done: 4 }))).toBe(50);
  });
});

it.each<[BulkState, boolean]>([
  ["waiting", true],
  ["running", true],
  ["paused", true],
  ["stopped", true],
  ["finished", false],
  ["cancelled", false],
])("a job that is %s is open: %s", (state, open) => {
  expect(isOpen(job({ state }))).toBe(open);
});
