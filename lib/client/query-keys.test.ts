import { describe, expect, it } from "vitest";
import { queryKeys } from "./query-keys";

const { memories } = queryKeys;

describe("queryKeys", () => {
  it("puts all that is known of single memories under one beginning", () => {
    const all = memories.all();
    for (const key of [memories.detail("a"), memories.versions("a")]) {
      expect(key.slice(0, all.length)).toEqual(all);
    }
  });

  it("tells a memory, its versions and other memories apart", () => {
    const keys = [memories.detail("a"), memories.detail("b"), memories.versions("a")];
    expect(new Set(keys.map((key) => key.join())).size).toBe(keys.length);
  });
});
