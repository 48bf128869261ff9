import { describe, expect, it } from "vitest";
import { memoryOf } from "@/lib/client/testing/memories";
import { matches } from "./matches";
import { parseSearch } from "./parse-search";

const memory = memoryOf({
  title: "Nachtzug nach Łódź",
  summary: "Prefers the Crème Brûlée",
  content: "Sleeps well\non trains.",
  tags: ["travel", "Straße"],
  source: "Claude",
});

const finds = (q: string) => matches(memory, parseSearch(q));

describe("matches", () => {
  it.each([
    "nachtzug creme trains travel claude",
    '"well on trains"',
    "STRASSE",
    "zug",
    "",
    "-",
    "sleeps -plane",
    '-"trains on"',
  ])("finds by %j", (q) => expect(finds(q)).toBe(true));

  it.each(["nachtzug plane", "sleeps -trains", '-"nachtzug nach"', '"sleeps well trains"'])(
    "does not find by %j",
    (q) => expect(finds(q)).toBe(false),
  );

  it("finds no phrase that begins in one field and ends in the next", () => {
    expect(finds('"łódź prefers"')).toBe(false);
    expect(finds('"travel strasse"')).toBe(false);
  });

  it("finds what a changed memory says now", () => {
    expect(matches({ ...memory, content: "Planes" }, parseSearch("planes"))).toBe(true);
  });

  it("finds memories of which little is known", () => {
    const bare = memoryOf({ content: null, contentState: "undecryptable" });
    expect(matches(bare, parseSearch("x"))).toBe(false);
    expect(matches(bare, parseSearch("-x"))).toBe(true);
  });
});
