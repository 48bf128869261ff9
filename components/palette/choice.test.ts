import { describe, expect, it } from "vitest";
import { fits, fittingTags } from "./choice";

describe("fits", () => {
  it("wants every word, in any order, without regard to case and accents", () => {
    expect(fits("Schlagwörter vergeben", "vergeben SCHLAGWORT")).toBe(true);
    expect(fits("Add or remove tags", "tags move")).toBe(true);
    expect(fits("Add or remove tags", "tags edit")).toBe(false);
    expect(fits("Anything", " ")).toBe(true);
  });
});

describe("fittingTags", () => {
  const tag = (name: string, count: number) => ({ name, count, color: null });

  it("begins with names that begin so, the most used first", () => {
    const tags = [tag("night travel", 90), tag("Travel", 3), tag("travel plans", 40), tag("x", 99)];
    expect(fittingTags(tags, "trav").map(({ name }) => name)).toEqual([
      "travel plans",
      "Travel",
      "night travel",
    ]);
  });

  it("shows a few of very many", () => {
    const tags = Array.from({ length: 300 }, (_, index) => tag(`tag ${index}`, index));
    expect(fittingTags(tags, "tag").map(({ count }) => count)).toEqual([
      299, 298, 297, 296, 295, 294, 293, 292,
    ]);
  });
});
