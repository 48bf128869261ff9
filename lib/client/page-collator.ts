let kept: { language: string | undefined; collator: Intl.Collator } | undefined;

/**
 * The one collator of the tab, in the language of the page (`<html lang>`), which may change while
 * the page stays: "9 lives" before "10 rules", no difference between cases and accents. On the
 * server, which has no page, in the usual one.
 */
export function pageCollator(): Intl.Collator {
  const language = pageLanguage();
  if (kept?.language !== language) kept = undefined;
  kept ??= { language, collator: collatorFor(language) };
  return kept.collator;
}

/** Orders names as the language of the page does. */
export const compareNames = (a: string, b: string): number => pageCollator().compare(a, b);

export function pageLanguage(): string | undefined {
  return typeof document === "undefined" ? undefined : document.documentElement?.lang || undefined;
}

function collatorFor(language: string | undefined): Intl.Collator {
  return new Intl.Collator(language, { numeric: true, sensitivity: "base" });
}
