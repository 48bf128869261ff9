import { describe, expect, it } from "vitest";
import { type MemoryFilters, noFilters } from "@/lib/client/filters/memory-filters";
import {
  editHref,
  isSameView,
  isUnderMemories,
  listHref,
  type MemoryView,
  memoryHref,
  newHref,
  parseMemoryRoute,
  viewHref,
} from "./memory-route";

function parse(href: string) {
  const url = new URL(href, "http://localhost");
  return parseMemoryRoute(url.pathname, url.searchParams);
}

const filters: MemoryFilters = {
  view: "important",
  q: "night train",
  tags: ["travel", "food"],
  not: ["old"],
  importance: { min: 0.5, max: null },
  confidence: { min: null, max: 0.9 },
  source: ["trip planner"],
  from: "2025-03-01",
  to: null,
  sort: "changed",
};
const views: MemoryView[] = [
  { kind: "list" },
  { kind: "new" },
  { kind: "memory", id: "cm8r8ny2i001mm24853tqfd62", mode: "read" },
  { kind: "memory", id: "a-b_C", mode: "edit" },
  { kind: "memory", id: "a-b_C", mode: "versions" },
];

describe("parseMemoryRoute", () => {
  it.each(views)("comes back to $kind from its address, with and without filters", (view) => {
    expect(parse(viewHref(view, filters))).toEqual({ view, filters });
    expect(parse(viewHref(view, noFilters))).toEqual({ view, filters: noFilters });
  });

  it.each(["/memories/a%20b", "/memories/..%2Fx", "/memories/a/b", `/memories/${"x".repeat(129)}`])(
    "shows nothing for %s",
    (href) => expect(parse(href).view).toEqual({ kind: "unknown" }),
  );

  it("takes a trailing slash for none", () => {
    expect(parse("/memories/").view).toEqual({ kind: "list" });
  });

  it("edits, or shows versions, only when told exactly so", () => {
    const read = { kind: "memory", id: "a", mode: "read" };
    expect(parse("/memories/a?edit=0").view).toEqual(read);
    expect(parse("/memories/a?versions=yes").view).toEqual(read);
  });

  it("edits when told both: what is typed comes first", () => {
    expect(parse("/memories/a?versions=1&edit=1").view).toMatchObject({ mode: "edit" });
  });
});

describe("isUnderMemories", () => {
  it.each(["/memories", "/memories?q=a", "/memories/a", "/memories/new?tags=b"])("%s is", (path) =>
    expect(isUnderMemories(path)).toBe(true),
  );

  it.each(["/settings", "/", "/memoriesque", "/connect?next=/memories"])("%s is not", (path) =>
    expect(isUnderMemories(path)).toBe(false),
  );
});

describe("addresses", () => {
  it("stay bare without filters", () => {
    expect(listHref(noFilters)).toBe("/memories");
    expect(newHref(noFilters)).toBe("/memories/new");
    expect(memoryHref("a", noFilters)).toBe("/memories/a");
    expect(editHref("a", noFilters)).toBe("/memories/a?edit=1");
  });

  it("leave the view alone when only filters differ", () => {
    const one = parse("/memories/a?q=x").view;
    expect(isSameView(one, parse("/memories/a?tags=b").view)).toBe(true);
    expect(isSameView(one, parse("/memories/a?edit=1").view)).toBe(false);
    expect(isSameView(one, parse("/memories/b").view)).toBe(false);
  });
});
