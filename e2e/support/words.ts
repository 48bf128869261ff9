import { expect, type Page } from "@playwright/test";

/** English words that no German sentence has, and that any English one of ours is likely to. */
const english =
  /\b(?:the|your|you|and|with|of|is|are|not|from|this|that|it|to|sign|save|search|new|memory(?! key)|memories|settings|tags?|read|again|by|keep|kept|connected|connection|delete|open|today|yesterday|ago|loading)\b/gi;

/**
 * Everything that a person sees or is told on a page, but what says to be in another language and
 * what people wrote themselves (`lang`, `dir="auto"`, `bdi`, a quote).
 */
async function textsOf(page: Page, within: string): Promise<string[]> {
  return page.evaluate((selector) => {
    const foreign = "[lang]:not(html), [dir=auto], bdi, blockquote, script, style, time";
    const attributes = ["aria-label", "placeholder", "title", "alt", "aria-valuetext"];
    const found = selector === "body" ? [document.title] : [];
    for (const part of document.querySelectorAll(selector)) {
      const walker = document.createTreeWalker(part, NodeFilter.SHOW_ALL);
      for (let node: Node | null = part; node; node = walker.nextNode()) {
        const element = node instanceof Element ? node : node.parentElement;
        if (!element || element.closest(foreign)) continue;
        if (node instanceof Text) found.push(node.data.trim());
        else found.push(...attributes.map((name) => element.getAttribute(name) ?? ""));
      }
    }
    return found.filter((text) => text !== "");
  }, within);
}

/** Expects a page, or the parts of it that a selector names, without a word of English in it. */
export async function expectGerman(page: Page, within = "body"): Promise<void> {
  await expect(page.locator("html")).toHaveAttribute("lang", "de");
  const left = (await textsOf(page, within)).filter((text) => text.match(english));
  expect(left, page.url()).toEqual([]);
}
