import { describe, expect, it } from "vitest";
import { neighbourOf } from "./neighbour";

const list = ["a", "b", "c"];

describe("neighbourOf", () => {
  it.each([
    ["a", "b"],
    ["b", "c"],
    ["c", "b"],
  ])("after %s comes %s", (id, next) => expect(neighbourOf(list, id)).toBe(next));

  it("is null for the only one and for a stranger", () => {
    expect(neighbourOf(["a"], "a")).toBeNull();
    expect(neighbourOf(list, "z")).toBeNull();
  });
});
