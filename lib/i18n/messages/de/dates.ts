import type { dates as en } from "@/lib/i18n/messages/en/dates";
import type { Translated } from "@/lib/i18n/translated";

export const dates: Translated<typeof en> = {
  now: "jetzt",
  minutes: "{count, number} Min.",
  hours: "{count, number} Std.",
  yesterday: "gestern",
  justNow: "gerade eben",
  secondsAgo: "vor {count, plural, one {# Sekunde} other {# Sekunden}}",
  minutesAgo: "vor {count, plural, one {# Minute} other {# Minuten}}",
  hoursAgo: "vor {count, plural, one {# Stunde} other {# Stunden}}",
  daysAgo: "vor {count, plural, one {# Tag} other {# Tagen}}",
  today: "Heute",
  yesterdayTitle: "Gestern",
};
