"use client";

import { useRouter } from "next/navigation";
import { startTransition } from "react";
import { writeCookie } from "@/lib/client/cookies";
import { type Locale, localeCookie } from "@/lib/i18n/locales";

/** Keeps a choice (null: as the browser says) and shows this page anew in that language, in place. */
export function useChooseLocale(): (locale: Locale | null) => void {
  const router = useRouter();
  return (locale) => {
    writeCookie(localeCookie, locale);
    startTransition(() => router.refresh());
  };
}
