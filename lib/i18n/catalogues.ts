import { english, type Messages } from "./english";
import { german } from "./german";
import type { Locale } from "./locales";
import type { Translated } from "./translated";

const catalogues: Record<Locale, Translated<Messages>> = { en: english, de: german };

/**
 * Every text in one language. The server hands a page the one catalogue that it needs. The type is
 * the English one, from whose literal texts the compiler knows each text's arguments; that every
 * language takes the same ones is what catalogues.test.ts shows.
 */
export const messagesOf = (locale: Locale): Messages => catalogues[locale] as Messages;
