import { describe, expect, it } from "vitest";
import { parseSearch } from "@/lib/client/search/parse-search";
import type { Memory } from "@/lib/contract/memory";
import { hitSnippet } from "./hit-snippet";

function memory(fields: Partial<Memory>): Memory {
  return {
    id: "a",
    title: null,
    summary: null,
    content: null,
    contentState: "decrypted",
    tags: [],
    tagIds: [],
    importance: null,
    confidence: null,
    source: null,
    createdAt: "2025-04-04T10:00:00Z",
    updatedAt: "2025-04-04T10:00:00Z",
    ...fields,
  };
}

const filler = "Lorem ipsum dolor sit amet. ".repeat(40);

describe("hitSnippet", () => {
  it("is the usual snippet without a search, and where title or snippet have every word", () => {
    const one = memory({
      title: "Night trains",
      summary: "Books couchettes.",
      content: "A train.",
    });
    expect(hitSnippet(one, parseSearch(""))).toBe("Books couchettes.");
    expect(hitSnippet(one, parseSearch("night couchettes"))).toBe("Books couchettes.");
  });

  it("shows the surroundings of a word that is only in the content", () => {
    const content = `${filler}When in Villach, change to the **day train** with the dog. ${filler}`;
    const shown = hitSnippet(memory({ summary: "Travel", content }), parseSearch("villach"));
    expect(shown).toMatch(/^….{0,40}Villach, change to the day train with the dog\..*…$/);
    expect(shown.indexOf("Villach")).toBeLessThan(45);
  });

  it("prefers what the summary says further down to the content", () => {
    const summary = `${filler} At the end: a lighthouse.`;
    const shown = hitSnippet(memory({ summary, content: "lighthouse" }), parseSearch("lighthouse"));
    expect(shown).toContain("At the end: a lighthouse.");
  });

  it("looks for the words that are nowhere to be seen yet", () => {
    const one = memory({ title: "Night trains", content: `${filler}and through Villach` });
    expect(hitSnippet(one, parseSearch("night villach"))).toContain("through Villach");
  });

  it("finds a word across windows of a very long content, and without accents", () => {
    const content = `${"x".repeat(3_998)} Café ${"y".repeat(9_000)}`;
    expect(
      hitSnippet(memory({ title: "t", summary: "s", content }), parseSearch("cafe")),
    ).toContain("Café");
  });

  it("never begins or ends in the middle of a character", () => {
    const content = `${"😀".repeat(60)}needle${"😀".repeat(300)}`;
    const shown = hitSnippet(memory({ title: "t", summary: "s", content }), parseSearch("needle"));
    expect(shown.isWellFormed()).toBe(true);
  });

  it("stays with the usual snippet for a word that is only a tag", () => {
    const one = memory({ summary: "Books couchettes.", tags: ["travel"], content: "A train." });
    expect(hitSnippet(one, parseSearch("travel"))).toBe("Books couchettes.");
  });
});
