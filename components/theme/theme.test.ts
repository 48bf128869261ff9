import { describe, expect, it } from "vitest";
import { parseTheme } from "./theme";

describe("parseTheme", () => {
  it.each(["system", "light", "dark"] as const)("knows %s", (theme) => {
    expect(parseTheme(theme)).toBe(theme);
  });

  it.each([undefined, "", "Dark", 'dark" onload="x'])("follows the system for %s", (value) => {
    expect(parseTheme(value)).toBe("system");
  });
});
