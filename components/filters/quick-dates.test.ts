import { describe, expect, it } from "vitest";
import { firstDayOf } from "./quick-dates";

describe("firstDayOf", () => {
  it("counts today as one of the days", () => {
    const today = new Date(2025, 2, 3, 23, 59);
    expect(firstDayOf("week", today)).toBe("2025-02-25");
    expect(firstDayOf("month", today)).toBe("2025-02-02");
  });

  it("begins a year on its first day, also on that day", () => {
    expect(firstDayOf("year", new Date(2025, 11, 31))).toBe("2025-01-01");
    expect(firstDayOf("year", new Date(2025, 0, 1))).toBe("2025-01-01");
  });

  it("goes back over the turn of a year", () => {
    expect(firstDayOf("week", new Date(2025, 0, 2))).toBe("2024-12-27");
  });
});
