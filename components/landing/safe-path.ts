/** Any origin that is not real: a path that leaves it names another site. */
const base = "http://keepsake.invalid";

/**
 * Where to go after signing in: a path of this site, or `fallback`. Refuses everything a browser
 * could read as another site ("//x", "/\x", a tab in between) and our API, which is no page.
 */
export function safePath(value: string | string[] | undefined, fallback: string): string {
  if (typeof value !== "string" || !/^\/(?![/\\])/.test(value)) return fallback;
  if (!URL.canParse(value, base)) return fallback;
  const url = new URL(value, base);
  const path = url.pathname + url.search + url.hash;
  // What "/./\x" or "/a/..//x" become only once a parser has tidied them.
  if (url.origin !== base || /^\/[/\\]/.test(path)) return fallback;
  if (/^\/(api|signin)(\/|$)/.test(url.pathname)) return fallback;
  return path;
}
