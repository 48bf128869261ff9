import { describe, expect, it } from "vitest";
import { translate } from "@/lib/i18n/translate";
import { clockTime, fullTime, longDate, regionalLocale, shortTime, timeAgo } from "./format-time";

const timeZone = "Europe/Vienna";
const at = { locale: "en-GB", timeZone, t: translate("en", "dates") };
const german = { locale: "de-DE", timeZone, t: translate("de", "dates") };
// Monday, 15:00 in Vienna
const now = new Date("2026-11-23T14:00:00Z");

describe("shortTime", () => {
  it.each([
    ["2026-11-23T14:00:30Z", "now"],
    ["2026-11-23T13:59:10Z", "now"],
    ["2026-11-23T13:55:00Z", "5 min"],
    ["2026-11-23T12:00:00Z", "2 h"],
    // 00:30 today in Vienna, though still yesterday in UTC
    ["2026-11-22T23:30:00Z", "14 h"],
    ["2026-11-22T22:30:00Z", "yesterday"],
    ["2026-11-21T22:30:00Z", "Sat"],
    ["2026-11-17T12:00:00Z", "Tue"],
    ["2026-11-16T12:00:00Z", "16 Nov"],
    ["2025-04-04T12:00:00Z", "4 Apr 2025"],
    ["2027-01-02T12:00:00Z", "2 Jan 2027"],
  ])("writes %s as %s", (iso, text) => {
    expect(shortTime(new Date(iso), now, at)).toBe(text);
  });
});

describe("timeAgo", () => {
  it.each([
    ["2026-11-23T13:59:30Z", "just now"],
    ["2026-11-23T13:59:00Z", "1 minute ago"],
    ["2026-11-23T12:00:00Z", "2 hours ago"],
    ["2026-11-22T12:00:00Z", "yesterday"],
    ["2026-11-20T12:00:00Z", "3 days ago"],
    ["2025-04-04T12:00:00Z", "4 April 2025"],
  ])("writes %s as %s", (iso, text) => {
    expect(timeAgo(new Date(iso), now, at)).toBe(text);
  });
});

describe("in German", () => {
  it.each([
    ["2026-11-23T14:00:30Z", "jetzt", "gerade eben"],
    ["2026-11-23T13:59:00Z", "1 Min.", "vor 1 Minute"],
    ["2026-11-23T12:00:00Z", "2 Std.", "vor 2 Stunden"],
    ["2026-11-22T12:00:00Z", "gestern", "gestern"],
    ["2026-11-17T12:00:00Z", "Di", "vor 6 Tagen"],
    ["2026-11-16T12:00:00Z", "16. Nov.", "16. November 2026"],
    ["2025-04-04T12:00:00Z", "4. Apr. 2025", "4. April 2025"],
  ])("writes %s as %s, and as %s in a sentence", (iso, short, long) => {
    expect(shortTime(new Date(iso), now, german)).toBe(short);
    expect(timeAgo(new Date(iso), now, german)).toBe(long);
  });
});

describe("regions", () => {
  it.each([
    ["en", ["en-US", "en"], "en-US"],
    ["en", ["de-AT", "en-AU"], "en-AU"],
    ["en", ["de-AT"], "en-GB"],
    ["de", ["en-US", "de-AT"], "de-AT"],
    ["de", ["en-US"], "de-DE"],
    ["de", ["DE"], "DE"],
    ["de", [], "de-DE"],
  ] as const)("writes %s for a reader of %j as %s", (locale, wanted, region) => {
    expect(regionalLocale(locale, wanted)).toBe(region);
  });

  it("orders a date and names its month by the region", () => {
    const date = new Date("2025-04-04T12:00:00Z");
    expect(longDate(date, { ...at, locale: "en-US" })).toBe("April 4, 2025");
    expect(longDate(date, at)).toBe("4 April 2025");
    const january = new Date("2025-01-04T12:00:00Z");
    expect(longDate(january, { ...at, locale: "de-AT" })).toBe("4. Jänner 2025");
  });

  it("keeps the clock of the region", () => {
    const date = new Date("2026-11-23T13:02:00Z");
    expect(clockTime(date, at)).toBe("14:02");
    expect(clockTime(date, { ...at, locale: "de-AT" })).toBe("14:02");
    expect(clockTime(date, { ...at, locale: "en-US" })).toMatch(/^2:02\sPM$/);
    expect(fullTime(date, at)).toBe("23 November 2026 at 14:02");
    expect(fullTime(date, german)).toBe("23. November 2026 um 14:02");
  });
});
