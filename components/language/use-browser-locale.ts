"use client";

import { useSyncExternalStore } from "react";
import { readCookie } from "@/lib/client/cookies";
import { defaultLocale, type Locale, localeCookie } from "@/lib/i18n/locales";
import { browserLocale } from "./browser-locale";

const never = () => () => {};
const ofBrowser = () => browserLocale(readCookie(localeCookie), navigator.languages);

/** The language where the server could not say it: on the page that stands for a failed layout. */
export function useBrowserLocale(): Locale {
  return useSyncExternalStore(never, ofBrowser, () => defaultLocale);
}
