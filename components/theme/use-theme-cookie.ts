"use client";

import { useSyncExternalStore } from "react";
import { parseTheme, type Theme, themeCookie } from "./theme";

function readCookie(): Theme {
  const pair = document.cookie.split("; ").find((text) => text.startsWith(`${themeCookie}=`));
  return parseTheme(pair?.slice(themeCookie.length + 1));
}

const never = () => () => {};

/** The chosen theme where the server could not say it: on the page that stands for a failed layout. */
export function useThemeCookie(): Theme {
  return useSyncExternalStore(never, readCookie, () => "system");
}
