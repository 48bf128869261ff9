import { describe, expect, it } from "vitest";
import { mayTakeKey } from "./may-take-key";

const plain = {
  key: "n",
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  isComposing: false,
  defaultPrevented: false,
  repeat: false,
  target: { closest: () => null },
};

describe("mayTakeKey", () => {
  it("takes a plain key outside of any field", () => {
    expect(mayTakeKey(plain)).toBe(true);
    expect(mayTakeKey({ ...plain, target: null })).toBe(true);
  });

  it.each([
    { ctrlKey: true },
    { metaKey: true },
    { altKey: true },
    { isComposing: true },
    { defaultPrevented: true },
    { repeat: true },
    { key: "Enter" },
  ])("leaves %j alone", (change) => expect(mayTakeKey({ ...plain, ...change })).toBe(false));

  it("never steals a key from someone typing", () => {
    const selectors: string[] = [];
    const closest = (selector: string) => {
      selectors.push(selector);
      return {};
    };
    expect(mayTakeKey({ ...plain, target: { closest } })).toBe(false);
    for (const where of ["input", "textarea", "contenteditable", "role=menu", "role=dialog"]) {
      expect(selectors[0]).toContain(where);
    }
  });
});
