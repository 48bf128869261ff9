import { describe, expect, it } from "vitest";
import { translate } from "@/lib/i18n/translate";
import { snippetOf, titleOf } from "./memory-text";

describe("titleOf", () => {
  const t = translate("en", "common");

  it.each([null, "", "  "])("names a memory without a title (%j)", (title) => {
    expect(titleOf({ title }, t)).toBe("Untitled");
  });

  it("takes the title otherwise", () => {
    expect(titleOf({ title: "Knee" }, t)).toBe("Knee");
  });
});

describe("snippetOf", () => {
  it("prefers the summary", () => {
    expect(snippetOf({ summary: " Short. ", content: "Long." })).toBe("Short.");
  });

  it("reads the first words of Markdown", () => {
    const content = "# Trains\n\n- **Vienna** *to* [Venice](https://x.y)\n- [x] `booked`";
    expect(snippetOf({ summary: null, content })).toBe("Trains Vienna to Venice booked");
  });

  it("is empty when nothing can be read", () => {
    expect(snippetOf({ summary: null, content: null })).toBe("");
  });

  it("ends long text at a word", () => {
    const snippet = snippetOf({ summary: "word ".repeat(100), content: null });
    expect(snippet.length).toBeLessThanOrEqual(241);
    expect(snippet).toMatch(/word…$/);
  });

  it("never cuts a character in half", () => {
    const snippet = snippetOf({ summary: `x${"😀".repeat(200)}`, content: null });
    expect(snippet.isWellFormed()).toBe(true);
  });
});
