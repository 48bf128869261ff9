import { describe, expect, it } from "vitest";
import { activeFilters } from "@/lib/client/filters/active-filters";
import { type MemoryFilters, noFilters } from "@/lib/client/filters/memory-filters";
import { translate } from "@/lib/i18n/translate";
import { beginningInWords, conditionInWords, filterInWords, rangeInWords } from "./filter-words";

const words = { t: translate("en", "filters"), locale: "en-GB" };

const all: MemoryFilters = {
  view: "important",
  q: "night train",
  tags: ["travel"],
  not: ["old"],
  importance: { min: 0.5, max: null },
  confidence: { min: 0.2, max: 0.9 },
  source: ["trip planner"],
  from: "2025-03-01",
  to: null,
  sort: "newest",
};

describe("filters in words", () => {
  it("names each on its chip", () => {
    expect(activeFilters(all).map((filter) => filterInWords(filter, words))).toEqual([
      "important",
      "“night train”",
      "travel",
      "not “old”",
      "importance 0.5 or more",
      "confidence 0.2 to 0.9",
      "from trip planner",
      "since March 2025",
    ]);
  });

  it("names each in a sentence", () => {
    expect(activeFilters(all).map((filter) => conditionInWords(filter, words))).toEqual([
      "important",
      "found by “night train”",
      "tagged travel",
      "not old",
      "of importance 0.5 or more",
      "of confidence 0.2 to 0.9",
      "from trip planner",
      "kept since March 2025",
    ]);
  });

  it.each([
    [{ from: null, to: "2025-03-01" }, "until 1 Mar 2025"],
    [{ from: "2025-02-27", to: "2025-03-01" }, "27 Feb 2025 to 1 Mar 2025"],
    [{ from: "2025-03-01", to: "2025-03-01" }, "on 1 Mar 2025"],
  ])("says %j as days", (dates, text) => {
    const [filter] = activeFilters({ ...noFilters, ...dates });
    expect(filter && filterInWords(filter, words)).toBe(text);
  });

  it("says a month for its first day, and leaves the present year away", () => {
    const now = new Date(2025, 5, 1);
    expect(beginningInWords("2025-03-01", "en-GB", now)).toBe("March");
    expect(beginningInWords("2024-03-01", "en-GB", now)).toBe("March 2024");
    expect(beginningInWords("2025-03-02", "en-GB", now)).toBe("2 Mar 2025");
  });

  it("counts several sources", () => {
    const [filter] = activeFilters({ ...noFilters, source: ["a", "b", "c"] });
    expect(filter && filterInWords(filter, words)).toBe("from 3 sources");
  });

  it("says that an inverted range fits nothing", () => {
    expect(rangeInWords({ min: 0.9, max: 0.2 }, words)).toBe("0.9 to 0.2: nothing can fit");
    expect(rangeInWords({ min: null, max: null }, words)).toBe("any");
  });
});
