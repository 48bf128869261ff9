import { describe, expect, it } from "vitest";
import { filledBars, isOutOfRange } from "./level";

describe("filledBars", () => {
  it.each([
    [0, 0],
    [0.01, 1],
    [0.2, 1],
    [0.5, 3],
    [0.8, 4],
    [0.92, 5],
    [1, 5],
    [3, 5],
    [-1, 0],
    [Number.NaN, 0],
  ])("fills %d with %d bars", (value, bars) => {
    expect(filledBars(value)).toBe(bars);
  });
});

it.each([
  [0, false],
  [1, false],
  [4, true],
  [-0.5, true],
  [Number.NaN, true],
])("%d lies outside 0 to 1: %s", (value, isOutside) => {
  expect(isOutOfRange(value)).toBe(isOutside);
});
