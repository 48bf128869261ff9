import { expect, it } from "vitest";
import { pinnedRange } from "./pinned-range";

const inSight = { startIndex: 100, endIndex: 102, overscan: 1, count: 3_000 };

it("is what is in sight, with pinned rows and their neighbours, each once and in order", () => {
  expect(pinnedRange(inSight, [])).toEqual([99, 100, 101, 102, 103]);
  expect(pinnedRange(inSight, [0, 2_999, 103])).toEqual([
    0, 1, 99, 100, 101, 102, 103, 104, 2_998, 2_999,
  ]);
});

it("takes no notice of what is not there", () => {
  expect(pinnedRange(inSight, [-1, 3_001])).toEqual([99, 100, 101, 102, 103]);
});
