/** The languages Keepsake speaks, as BCP 47 tags; the first is what everybody else gets. */
export const locales = ["en", "de"] as const;
export type Locale = (typeof locales)[number];
export const defaultLocale: Locale = "en";

/** Where a choice is kept: read by the server, so that the first page is in the right language. */
export const localeCookie = "keepsake-locale";

export const isLocale = (text: unknown): text is Locale => locales.some((one) => one === text);

/** How each language calls itself: whoever looks for theirs cannot be expected to read another. */
export const localeNames: Record<Locale, string> = { en: "English", de: "Deutsch" };

/** Which way a language is written, for `dir`. */
export const directionOf: Record<Locale, "ltr" | "rtl"> = { en: "ltr", de: "ltr" };
