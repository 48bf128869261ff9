import { describe, expect, it } from "vitest";
import { parseTheme, themeCookieText } from "./theme";

describe("parseTheme", () => {
  it.each(["system", "light", "dark"] as const)("knows %s", (theme) => {
    expect(parseTheme(theme)).toBe(theme);
  });

  it.each([undefined, "", "Dark", 'dark" onload="x'])("follows the system for %s", (value) => {
    expect(parseTheme(value)).toBe("system");
  });
});

describe("themeCookieText", () => {
  it("keeps the choice for a year on every page of this site only", () => {
    expect(themeCookieText("dark", false)).toBe(
      "keepsake-theme=dark; Path=/; Max-Age=31536000; SameSite=Lax",
    );
    expect(themeCookieText("light", true)).toMatch(/; Secure$/);
  });
});
