import { describe, expect, it } from "vitest";
import { filledBars, levelName } from "./level";

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

describe("levelName", () => {
  it("says the number as it came", () => {
    expect(levelName("Importance", 0.8)).toBe("Importance 0.8");
    expect(levelName("Confidence", null)).toBe("Confidence not set");
  });

  it("keeps a number outside 0 to 1, and says so", () => {
    expect(levelName("Importance", 4)).toBe("Importance 4, outside 0 to 1");
    expect(levelName("Importance", -0.5)).toBe("Importance -0.5, outside 0 to 1");
  });
});
