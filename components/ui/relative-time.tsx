"use client";

import { useSyncExternalStore } from "react";
import { useLocale, useTranslations } from "use-intl";
import {
  clockTime,
  dayTitle,
  fullTime,
  longDate,
  regionalLocale,
  shortTime,
  timeAgo,
} from "./format-time";

const tick = 30_000;
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;
let now = 0;

function refresh() {
  now = Date.now();
  for (const listener of listeners) listener();
}

/** One clock for all times on the page. */
function subscribe(listener: () => void) {
  listeners.add(listener);
  timer ??= setInterval(refresh, tick);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
    now = 0;
  };
}

function readClock(): number {
  if (now === 0 || Date.now() - now > tick) now = Date.now();
  return now;
}

interface RelativeTimeProps {
  /** ISO 8601 */
  value: string;
  /** `short` "2 h" · `ago` "2 hours ago" · `date` "4 April 2025" · `clock` "14:02" · `full` "4 April 2025 at 14:02" · `day` "Today" */
  format?: "short" | "ago" | "date" | "clock" | "full" | "day";
  className?: string;
}

/**
 * A time as a person would say it, in the page's language. The server knows neither their zone nor their now: it writes the
 * date in UTC, and the browser puts its own words there once it has taken over.
 */
export function RelativeTime({ value, format = "short", className }: RelativeTimeProps) {
  const locale = useLocale();
  const t = useTranslations("dates");
  const current = useSyncExternalStore(subscribe, readClock, () => null);
  const date = new Date(value);
  if (Number.isNaN(date.getTime())) return null;
  if (current === null) {
    return (
      <time dateTime={value} className={className}>
        {longDate(date, { locale: regionalLocale(locale, []), timeZone: "UTC" })}
      </time>
    );
  }
  const at = { locale: regionalLocale(locale, navigator.languages), t };
  const instant = new Date(current);
  const text = {
    short: () => shortTime(date, instant, at),
    ago: () => timeAgo(date, instant, at),
    date: () => longDate(date, at),
    clock: () => clockTime(date, at),
    full: () => fullTime(date, at),
    day: () => dayTitle(date, instant, at),
  }[format]();
  return (
    <time dateTime={value} title={fullTime(date, at)} className={className}>
      {text}
    </time>
  );
}
