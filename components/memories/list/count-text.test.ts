import { describe, expect, it } from "vitest";
import { type MemoryFilters, noFilters } from "@/lib/client/filters/memory-filters";
import { translate } from "@/lib/i18n/translate";
import { countAnnouncement, countText } from "./count-text";

const t = translate("en", "list");
const tagged: MemoryFilters = { ...noFilters, tags: ["travel"] };
const searched: MemoryFilters = { ...tagged, q: "night train" };

const loading = (read: number, count = read) => ({
  count,
  snapshot: { status: "loading", loaded: read, total: null } as const,
});
const complete = (total: number, count = total) => ({
  count,
  snapshot: { status: "complete", loaded: total, total } as const,
});
const failed = (read: number, count: number, total: number | null) => ({
  count,
  snapshot: { status: "failed", loaded: read, total } as const,
});

describe("countText", () => {
  it("promises no total while memories are still being read", () => {
    expect(countText(loading(0), noFilters, t)).toBe("Reading your memories…");
    expect(countText(loading(4_200), noFilters, t)).toBe("4,200 read, still reading");
    expect(countText(loading(4_200, 12), tagged, t)).toBe(
      "12 found so far · 4,200 read, still reading",
    );
  });

  it("says of how many once all are here, and that contents were searched too", () => {
    expect(countText(complete(1_284), noFilters, t)).toBe("1,284 memories");
    expect(countText(complete(1), noFilters, t)).toBe("1 memory");
    expect(countText(complete(1_284, 38), tagged, t)).toBe("38 of 1,284");
    expect(countText(complete(1_284, 38), searched, t)).toBe("38 of 1,284, inside content too");
  });

  it("keeps what is known while all is read again", () => {
    const again = { count: 38, snapshot: { status: "refreshing", loaded: 50, total: 50 } as const };
    expect(countText(again, tagged, t)).toBe("38 of 50");
  });

  it("never takes a part that was read before a failure for all", () => {
    expect(countText(failed(0, 0, null), noFilters, t)).toBe("");
    expect(countText(failed(300, 300, null), noFilters, t)).toBe("300 read, the rest is missing");
    expect(countText(failed(300, 4, null), tagged, t)).toBe("4 found in the 300 that were read");
    expect(countText(failed(300, 4, 300), tagged, t)).toBe("4 of 300");
  });
});

describe("countAnnouncement", () => {
  it("tells what has been found so far from what there is", () => {
    expect(countAnnouncement(loading(4_200, 1), tagged, t)).toBe(
      "1 fits so far, of 4,200 that are read.",
    );
    expect(countAnnouncement(complete(1_284, 0), tagged, t)).toBe("None fits.");
    expect(countAnnouncement(complete(1_284), noFilters, t)).toBe("Everything is read: 1,284.");
  });
});
