import { expect, it } from "vitest";
import { signInCopy } from "./copy";

const codes = [
  "denied",
  "code-rejected",
  "state-mismatch",
  "memoram-unavailable",
  "memoram-timeout",
  "memoram-bad-response",
  "memoram-credentials",
  "memoram-rate-limited",
  "account-linked-elsewhere",
  "session-expired",
];

it("has words of its own for every code", () => {
  const titles = new Set(
    [undefined, "no-such-code", ...codes].map((code) => signInCopy(code).title),
  );
  expect(titles.size).toBe(codes.length + 2);
});

it.each(["no-such-code", "__proto__", "constructor", ["denied", "denied"]])(
  "answers %j with the general words",
  (code) => {
    expect(signInCopy(code).title).toBe("Signing in did not work");
  },
);

it("does not call a plain visit a failure", () => {
  expect(signInCopy(undefined)).toEqual(signInCopy(""));
  expect(signInCopy(undefined).title).toBe("Sign in to go on");
});

it.each([undefined, ...codes, "other"])("speaks calmly of %s", (code) => {
  const { title, detail } = signInCopy(code);
  expect(`${title} ${detail}`).not.toMatch(/!|oops|sorry/i);
  expect(title).not.toMatch(/\.$/);
  expect(detail).toMatch(/\.$/);
});
