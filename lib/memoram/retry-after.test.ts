import { expect, it } from "vitest";
import { parseRetryAfter } from "./retry-after";

const now = Date.parse("2026-03-01T12:00:00Z");
const read = (value: string) => parseRetryAfter(value, now);

it("passes whole seconds on, at least one", () => {
  expect(read("1")).toBe(1);
  expect(read("120")).toBe(120);
  expect(read(" 7 ")).toBe(7);
  expect(read("0")).toBe(1);
});

it("turns an HTTP date into seconds from now, in each of its three forms", () => {
  expect(read("Sun, 01 Mar 2026 12:01:30 GMT")).toBe(90);
  expect(read("Sunday, 01-Mar-26 12:01:30 GMT")).toBe(90);
  expect(read("Sun Mar  1 12:01:30 2026")).toBe(90);
  expect(read("Sun, 01 Mar 2026 11:00:00 GMT")).toBe(1);
});

it("says ten seconds when nothing readable was said", () => {
  for (const value of ["", "soon", "-5", "-1", "1.5", "1e3", "12abc", "NaN", "March 2026"]) {
    expect([value, read(value)]).toEqual([value, 10]);
  }
});

it("says at most a day", () => {
  for (const huge of ["86401", "999999999", "9".repeat(12), "9".repeat(400)]) {
    expect(read(huge)).toBe(86_400);
  }
  expect(read("Sat, 01 Mar 2036 12:00:00 GMT")).toBe(86_400);
});
