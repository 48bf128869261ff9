import { describe, expect, it } from "vitest";
import { negotiateLocale } from "./negotiate";

describe("negotiateLocale", () => {
  it("takes what the person chose before what the browser says", () => {
    expect(negotiateLocale("de", "en-GB,en;q=0.9")).toBe("de");
    expect(negotiateLocale("tlh", "de")).toBe("de");
  });

  it.each([
    ["de-AT,de;q=0.9,en;q=0.8", "de"],
    ["fr-CH, fr;q=0.9, en;q=0.8, de;q=0.7", "en"],
    ["en;q=0.1, de;q=0.9", "de"],
    ["de;q=0, en", "en"],
    ["fr, ja", "en"],
    ["*", "en"],
    ["", "en"],
    [",,;;=", "en"],
    [null, "en"],
  ])("reads %j as %s", (header, expected) => {
    expect(negotiateLocale(undefined, header)).toBe(expected);
  });
});
