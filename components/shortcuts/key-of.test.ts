import { describe, expect, it } from "vitest";
import { keyOf } from "./key-of";

const press = (key: string, code = "", shiftKey = false) => keyOf({ key, code, shiftKey });

describe("keyOf", () => {
  it("knows a letter with and without Caps Lock, but not with Shift", () => {
    expect(press("n", "KeyN")).toBe("n");
    expect(press("N", "KeyN")).toBe("n");
    expect(press("N", "KeyN", true)).toBeNull();
    expect(press("n", "KeyN", true)).toBeNull();
  });

  it("goes by the letter, wherever it lies on a Latin layout", () => {
    expect(press("k", "KeyV")).toBe("k");
    expect(press("ö", "Semicolon")).toBe("ö");
  });

  it.each([
    ["о", "KeyJ", "j"],
    ["λ", "KeyK", "k"],
    ["ח", "KeyJ", "j"],
    ["т", "KeyN", "n"],
  ])("goes by the place of the key where there are no Latin letters: %s", (key, code, expected) =>
    expect(press(key, code)).toBe(expected),
  );

  it("takes signs as the layout makes them, with Shift or without", () => {
    expect(press("#", "Backslash")).toBe("#");
    expect(press("#", "Digit3", true)).toBe("#");
    expect(press("?", "Minus", true)).toBe("?");
    expect(press("/", "Digit7", true)).toBe("/");
  });

  it.each(["Shift", "Dead", "Process", "Unidentified", "F1", "ArrowDown", "Backspace", ""])(
    "makes nothing of %s",
    (key) => expect(press(key)).toBeNull(),
  );

  it("knows the keys with names that commands have", () => {
    expect(press("Delete")).toBe("Delete");
    expect(press("Delete", "", true)).toBeNull();
  });
});
