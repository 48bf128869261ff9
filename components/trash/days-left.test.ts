import { expect, it } from "vitest";
import { daysLeft } from "./days-left";

const now = Date.parse("2026-03-10T12:00:00Z");

it.each([
  ["2026-04-09T12:00:00Z", 30],
  ["2026-04-09T11:59:59Z", 30],
  ["2026-04-08T23:59:59Z", 29],
  ["2026-03-11T12:00:00Z", 1],
  ["2026-03-11T11:59:59Z", 0],
  ["2026-03-10T12:00:01Z", 0],
  ["2026-03-10T12:00:00Z", null],
  ["2026-03-01T00:00:00Z", null],
  ["soon", null],
])("what is erased at %s has %s days left", (expiresAt, days) => {
  expect(daysLeft(expiresAt, now)).toBe(days);
});
