import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { forgetPlaces, keepPlace, placesSince, readPlace } from "./list-place";

const kept = new Map<string, string>();
const sessionStorage = {
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, value: string) => kept.set(key, value),
  removeItem: (key: string) => kept.delete(key),
};

beforeEach(() => {
  kept.clear();
  vi.stubGlobal("window", { sessionStorage });
});
afterEach(() => vi.unstubAllGlobals());

describe("the place of a list", () => {
  it("comes back for the same filters, and for no others", () => {
    keepPlace("q=night", { id: "abc", offset: 41.6 });
    keepPlace("", { id: "xyz", offset: 0 });
    expect(readPlace("q=night")).toEqual({ id: "abc", offset: 42 });
    expect(readPlace("")).toEqual({ id: "xyz", offset: 0 });
    expect(readPlace("q=day")).toBeNull();
  });

  it("is forgotten at the top of the list", () => {
    keepPlace("", { id: "xyz", offset: 3 });
    keepPlace("", null);
    expect(readPlace("")).toBeNull();
    expect(kept.size).toBe(0);
  });

  it("writes down nothing that somebody searched for", () => {
    keepPlace("q=my+diagnosis", { id: "abc", offset: 1 });
    expect([...kept.values()].join()).not.toMatch(/diagnosis/);
  });

  it("keeps the last twenty", () => {
    for (let index = 0; index < 25; index += 1) keepPlace(`q=${index}`, { id: "a", offset: 1 });
    expect(readPlace("q=4")).toBeNull();
    expect(readPlace("q=5")).not.toBeNull();
  });

  it("goes when everything is forgotten", () => {
    keepPlace("", { id: "xyz", offset: 3 });
    forgetPlaces();
    expect(kept.size).toBe(0);
  });

  it("is not written down by a list of before that", () => {
    const since = placesSince();
    forgetPlaces();
    keepPlace("", { id: "xyz", offset: 3 }, since);
    expect(kept.size).toBe(0);
    keepPlace("", { id: "xyz", offset: 3 }, placesSince());
    expect(readPlace("")).not.toBeNull();
  });

  it("takes nothing from what is no list of places", () => {
    for (const text of ["", "{", "[]", '[["a","../b",1]]', '[["a","b","c"]]', "null"]) {
      kept.set("keepsake.list-places", text);
      expect(readPlace("")).toBeNull();
    }
  });
});
