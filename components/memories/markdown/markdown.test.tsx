import { renderToStaticMarkup } from "react-dom/server";
import { IntlProvider } from "use-intl";
import { describe, expect, it } from "vitest";
import { parseSearch } from "@/lib/client/search/parse-search";
import { messagesOf } from "@/lib/i18n/catalogues";
import { linkTarget } from "./link-target";
import { Markdown } from "./markdown";

const html = (text: string, q = "") =>
  renderToStaticMarkup(
    <IntlProvider locale="en" messages={messagesOf("en")} timeZone="UTC">
      <Markdown text={text} search={parseSearch(q)} />
    </IntlProvider>,
  );

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

describe("what was searched for", () => {
  it("is marked in the text, wherever that stands", () => {
    const shown = html("A **night** train\n\n- [night trains](https://e.example)\n", "night");
    expect(shown.match(/<mark>night<\/mark>/g)).toHaveLength(2);
    expect(shown).toContain("<strong><mark>night</mark></strong>");
    expect(shown).toMatch(/<a [^>]*><mark>night<\/mark> trains<\/a>/);
  });

  it("is not marked in addresses or signs", () => {
    expect(html("[x](https://night.example) night", "night").match(/<mark>/g)).toHaveLength(1);
    expect(html("**x**", "*")).not.toContain("<mark>");
  });

  it("is marked as it is written: accents, case, and every word of several", () => {
    expect(html("Café au LAIT", "cafe lait")).toContain("<mark>Café</mark> au <mark>LAIT</mark>");
  });

  it("makes no element of what it finds", () => {
    expect(html("a <b>x</b> c", "<b>")).toContain("<mark>&lt;b&gt;</mark>x");
  });

  it("is marked in text that is shown as it is", () => {
    expect(
      html(`night ${">".repeat(200)}`.replace("night ", `${">".repeat(200)} night`), "night"),
    ).toContain("<mark>night</mark>");
  });

  it("is nothing without a search", () => {
    expect(html("night")).not.toContain("<mark>");
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
