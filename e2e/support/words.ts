import { expect, type Page } from "@playwright/test";

/** English words that no German sentence has, and that any English one of ours is likely to. */
const english =
  /\b(?:the|your|you|and|with|of|is|are|not|from|this|that|it|to|sign|save|search|new|memory(?! key)|memories|settings|tags?|read|again|by|keep|kept|connected|connection|delete|open|today|yesterday|ago|loading)\b/gi;

/**
 * Everything that a person sees or is told on a page, but what says to be in another language and
 * what people wrote themselves (`lang`, `dir="auto"`, `bdi`, a quote).
 */
async function textsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const foreign = "[lang]:not(html), [dir=auto], bdi, blockquote, script, style, time";
    const attributes = ["aria-label", "placeholder", "title", "alt", "aria-valuetext"];
    const found = [document.title];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ALL);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node instanceof Element ? node : node.parentElement;
      if (!element || element.closest(foreign)) continue;
      if (node instanceof Text) found.push(node.data.trim());
      if (node instanceof Element) {
        found.push(...attributes.map((name) => node.getAttribute(name) ?? ""));
      }
    }
    return found.filter((text) => text !== "");
  });
}

/** Expects a page in German without a word of English in it. */
export async function expectGerman(page: Page): Promise<void> {
  await expect(page.locator("html")).toHaveAttribute("lang", "de");
  const left = (await textsOf(page)).filter((text) => text.match(english));
  expect(left, page.url()).toEqual([]);
}
