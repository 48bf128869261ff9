import { expect, it } from "vitest";
import { cookieText } from "./cookies";

it("keeps a choice for a year on every page of this site only", () => {
  expect(cookieText("keepsake-theme", "dark", false)).toBe(
    "keepsake-theme=dark; Path=/; Max-Age=31536000; SameSite=Lax",
  );
  expect(cookieText("keepsake-theme", "light", true)).toMatch(/; Secure$/);
});

it("forgets a choice", () => {
  expect(cookieText("keepsake-locale", null, false)).toBe(
    "keepsake-locale=; Path=/; Max-Age=0; SameSite=Lax",
  );
});
