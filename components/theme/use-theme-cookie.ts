"use client";

import { useSyncExternalStore } from "react";
import { readCookie } from "@/lib/client/cookies";
import { parseTheme, type Theme, themeCookie } from "./theme";

const never = () => () => {};
const chosenTheme = () => parseTheme(readCookie(themeCookie));

/** The chosen theme where the server could not say it: on the page that stands for a failed layout. */
export function useThemeCookie(): Theme {
  return useSyncExternalStore(never, chosenTheme, () => "system");
}
