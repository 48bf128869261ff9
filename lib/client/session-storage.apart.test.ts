import { afterEach, describe, expect, it, vi } from "vitest";
import { standInTab } from "@/lib/client/testing/storage";
import { readStored, removeStored, storedKeys, writeStored } from "./session-storage";

describe("a tab's storage", () => {
  const tab = standInTab();

  it("keeps, finds and removes", () => {
    expect(writeStored("x.a", "1")).toBe(true);
    writeStored("y.b", "2");
    expect(readStored("x.a")).toBe("1");
    expect(storedKeys("x.")).toEqual(["x.a"]);
    removeStored("x.a");
    expect(readStored("x.a")).toBeNull();
    expect(storedKeys("x.")).toEqual([]);
  });

  it("says when there is no room", () => {
    tab.storage.isFull = true;
    expect(writeStored("a", "1")).toBe(false);
    expect(readStored("a")).toBeNull();
  });
});

describe("a storage that is forbidden", () => {
  afterEach(() => void vi.unstubAllGlobals());

  it("finds and keeps nothing", () => {
    vi.stubGlobal("window", {
      get sessionStorage(): Storage {
        throw new DOMException("forbidden", "SecurityError");
      },
    });
    expect(writeStored("a", "1")).toBe(false);
    expect(readStored("a")).toBeNull();
    expect(storedKeys("")).toEqual([]);
    removeStored("a");
  });
});

it("is never used on the server, even where Node has one", () => {
  vi.stubGlobal("sessionStorage", { getItem: () => "another visitor's" });
  expect(readStored("a")).toBeNull();
  expect(writeStored("a", "1")).toBe(false);
  vi.unstubAllGlobals();
});
