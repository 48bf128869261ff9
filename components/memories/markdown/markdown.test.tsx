import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { linkTarget } from "./link-target";
import { Markdown } from "./markdown";

const html = (text: string) => renderToStaticMarkup(<Markdown text={text} />);

describe("Markdown", () => {
  it("shows HTML as the text it is", () => {
    const shown = html('<script>alert(1)</script>\n\n<b onclick="x">b</b> <img src=x onerror=y>');
    expect(shown).not.toMatch(/<(script|b|img)\b/);
    expect(shown).toContain("&lt;script&gt;");
  });

  it("never loads an image", () => {
    const shown = html("![A map](https://e.example/map.png) ![](https://e.example/x.png)");
    expect(shown).not.toContain("<img");
    expect(shown).toContain('href="https://e.example/map.png"');
    expect(shown).toContain("Image: A map");
    expect(shown).toContain(">Image<");
  });

  it("puts no link into a link", () => {
    const shown = html("[![A map](https://e.example/map.png)](https://e.example)");
    expect(shown.match(/<a /g)).toHaveLength(1);
    expect(shown).toContain("Image: A map");
  });

  it("opens links outside, without a referrer", () => {
    const shown = html("[x](https://e.example)");
    expect(shown).toContain('target="_blank"');
    expect(shown).toContain('rel="noopener noreferrer nofollow"');
  });

  it.each([
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "data:text/html,x",
    "vbscript:x",
    "//e.example",
    "/settings",
    "#main",
  ])("makes no link of %s", (href) => {
    expect(html(`[text](${href})`)).not.toContain("<a");
    expect(html(`[text](${href})`)).toContain("text");
  });

  it("keeps one h1 to the page", () => {
    const shown = html("# One\n\n## Two\n\n###### Six");
    expect(shown).not.toContain("<h1");
    expect(shown).toMatch(/<h2[^>]*>One/);
    expect(shown).toMatch(/<h3[^>]*>Two/);
    expect(shown).toMatch(/<h6[^>]*>Six/);
  });

  it("names the boxes of a task list", () => {
    const shown = html("- [x] Bread\n- [ ] Milk");
    expect(shown).toContain('aria-label="Done"');
    expect(shown).toContain('aria-label="Not done"');
  });

  it("lets every block choose its direction", () => {
    expect(html("שלום")).toMatch(/<p dir="auto"/);
  });

  it("makes what scrolls reachable by keyboard", () => {
    expect(html("| a |\n|---|\n| b |")).toMatch(/<section[^>]*tabindex="0"/i);
    expect(html("```\ncode\n```")).toMatch(/<pre[^>]*tabindex="0"/i);
  });

  it.each([20, 90])("renders %i nested quotes", (depth) => {
    expect(html(`${">".repeat(depth)} deep`).match(/<blockquote/g)).toHaveLength(depth);
  });

  it.each([
    ["quotes", ">".repeat(100_000)],
    ["quoted lists", "> - 1. ".repeat(14_000)],
    ["struck words", "~a~".repeat(33_000)],
    ["footnotes", "[^1]".repeat(25_000)],
  ])("shows text as it is that would freeze the page: %s", (_what, text) => {
    const begun = performance.now();
    expect(html(text)).toMatch(/^<p [^>]*>[^<]*<\/p>$/);
    expect(performance.now() - begun).toBeLessThan(1_000);
  });

  it("shows text as it is that nests deeper than browsers lay out", () => {
    const lists = Array.from({ length: 60 }, (_, depth) => `${"  ".repeat(depth)}- x`).join("\n");
    expect(html(lists)).not.toContain("<li");
    expect(html(lists)).toContain("- x");
  });

  it("takes a long rule and a long struck passage for what they are", () => {
    expect(html(`Above\n\n${"-".repeat(200)}\n\nBelow`)).toContain("<hr");
    expect(html(`~~${"word ".repeat(500)}end~~`)).toContain("<del>");
  });

  it("links footnotes within the text", () => {
    const shown = html("Text[^1]\n\n[^1]: Note");
    expect(shown).toContain('href="#user-content-fn-1"');
  });
});

describe("linkTarget", () => {
  it("knows the web and mail", () => {
    expect(linkTarget("https://a.example/x")).toEqual({
      href: "https://a.example/x",
      isOutside: true,
    });
    expect(linkTarget("mailto:a@b.example")?.isOutside).toBe(true);
  });

  it.each([undefined, "", "https://", "ftp://a.example", "memories/x"])("refuses %s", (href) => {
    expect(linkTarget(href)).toBeNull();
  });
});
