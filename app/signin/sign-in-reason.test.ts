import { describe, expect, it } from "vitest";
import { messagesOf } from "@/lib/i18n/catalogues";
import { locales } from "@/lib/i18n/locales";
import { signInReason } from "./sign-in-reason";

const codes = [
  "denied",
  "code-rejected",
  "state-mismatch",
  "memoram-unavailable",
  "memoram-timeout",
  "memoram-bad-response",
  "memoram-credentials",
  "memoram-rate-limited",
  "rate-limited",
  "account-linked-elsewhere",
  "session-expired",
];

describe("signInReason", () => {
  it.each(codes)("knows %s", (code) => {
    expect(signInReason(code)).toBe(code);
  });

  it.each(["no-such-code", "__proto__", "constructor", ["denied", "denied"]])(
    "answers %j with the general words",
    (code) => {
      expect(signInReason(code)).toBe("general");
    },
  );

  it("does not call a plain visit a failure", () => {
    expect(signInReason(undefined)).toBe("plain");
    expect(signInReason("")).toBe("plain");
  });
});

describe.each(locales)("the words in %s", (locale) => {
  const texts = messagesOf(locale).signIn;

  it("are others for every code", () => {
    const titles = Object.values(texts).map(({ title }) => title);
    expect(new Set(titles).size).toBe(codes.length + 2);
  });

  it.each(Object.entries(texts))("are calm about %s", (_reason, { title, detail }) => {
    expect(`${title} ${detail}`).not.toMatch(/!|oops|hoppla|sorry/i);
    expect(title).not.toMatch(/\.$/);
    expect(detail).toMatch(/\.$/);
  });
});
