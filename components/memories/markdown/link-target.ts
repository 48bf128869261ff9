/**
 * Where a link inside a memory may lead: to a web or mail address (outside), or to a footnote of
 * the same text. Anything else, addresses of our own pages included, is no link: null.
 */
export function linkTarget(href: string | undefined): { href: string; isOutside: boolean } | null {
  if (!href) return null;
  // remark-gfm puts this before the ids of footnotes, so that no text can name an id of the page.
  if (href.startsWith("#user-content-")) return { href, isOutside: false };
  if (!/^(?:https?:\/\/|mailto:)/i.test(href)) return null;
  return URL.canParse(href) ? { href, isOutside: true } : null;
}
