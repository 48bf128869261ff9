"use client";

import { useSyncExternalStore } from "react";
import { useLocale } from "use-intl";
import { regionalLocale } from "./format-time";

const never = () => () => {};

/** How this person's region writes the page's language; the server, which cannot know, the usual way. */
export function useRegionalLocale(): string {
  const locale = useLocale();
  return useSyncExternalStore(
    never,
    () => regionalLocale(locale, navigator.languages),
    () => regionalLocale(locale, []),
  );
}
