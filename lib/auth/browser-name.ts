import "server-only";

/** A browser's name and its system's, out of these lists; null for any other. */
export type BrowserName = { browser: string | null; system: string | null };

/** The first that fits: most call themselves by the names of those below them too. */
const browsers: [RegExp, string][] = [
  [/\bEdg(?:e|A|iOS)?\//, "Edge"],
  [/\b(?:OPR|Opera)\//, "Opera"],
  [/\bSamsungBrowser\//, "Samsung Internet"],
  [/\b(?:Firefox|FxiOS)\//, "Firefox"],
  [/\b(?:HeadlessChrome|Chrome|CriOS)\//, "Chrome"],
  [/\bVersion\/[\d.]+.*\bSafari\//, "Safari"],
];

const systems: [RegExp, string][] = [
  [/\bAndroid\b/, "Android"],
  [/\b(?:iPhone|iPad|iPod)\b/, "iOS"],
  [/\bWindows\b/, "Windows"],
  [/\bCrOS\b/, "ChromeOS"],
  [/\bMacintosh\b/, "macOS"],
  [/\bLinux\b/, "Linux"],
];

const firstOf = (list: [RegExp, string][], text: string) =>
  list.find(([pattern]) => pattern.test(text))?.[1] ?? null;

/** Reads the coarse names off `User-Agent`: enough to tell one's own sessions apart. */
export function browserNameOf(headers: Headers): BrowserName {
  const agent = (headers.get("user-agent") ?? "").slice(0, 512);
  return { browser: firstOf(browsers, agent), system: firstOf(systems, agent) };
}
