import { describe, expect, it } from "vitest";
import { mayTakeKey } from "./may-take-key";

const plain = {
  key: "n",
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  isComposing: false,
  defaultPrevented: false,
  target: { closest: () => null },
};

const withAltGraph = { getModifierState: (name: string) => name === "AltGraph" };

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
    { keyCode: 229 },
    { defaultPrevented: true },
    { key: "#", ctrlKey: true },
    { key: "#", ctrlKey: true, altKey: true },
    { key: "/", metaKey: true },
    { key: "q", ctrlKey: true, altKey: true, ...withAltGraph },
  ])("leaves %j alone", (change) => expect(mayTakeKey({ ...plain, ...change })).toBe(false));

  it("takes a sign that the layout has behind AltGr, or a Mac behind Option", () => {
    expect(mayTakeKey({ ...plain, key: "#", altKey: true })).toBe(true);
    expect(mayTakeKey({ ...plain, key: "#", ctrlKey: true, altKey: true, ...withAltGraph })).toBe(
      true,
    );
  });

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
