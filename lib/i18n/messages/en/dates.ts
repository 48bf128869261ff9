/** Points in time beside what Intl writes. */
export const dates = {
  /** In a list's row, where there is little room. */
  now: "now",
  minutes: "{count, number} min",
  hours: "{count, number} h",
  yesterday: "yesterday",
  /** In a sentence. */
  justNow: "just now",
  secondsAgo: "{count, plural, one {# second} other {# seconds}} ago",
  minutesAgo: "{count, plural, one {# minute} other {# minutes}} ago",
  hoursAgo: "{count, plural, one {# hour} other {# hours}} ago",
  daysAgo: "{count, plural, one {# day} other {# days}} ago",
  /** Over the list of a day. */
  today: "Today",
  yesterdayTitle: "Yesterday",
} as const;
