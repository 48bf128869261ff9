"use client";

import { useTranslations } from "use-intl";
import { dayKey } from "@/components/ui/format-time";
import { RelativeTime } from "@/components/ui/relative-time";
import type { LoadedActivity } from "@/lib/client/activity";
import type { ActivityFilters } from "@/lib/client/activity-filters";
import type { ActivityItem } from "@/lib/contract/activity";
import { ActivityMore } from "./activity-more";
import { ActivityRow } from "./activity-row";
import { JobRow } from "./job-row";

type ActivityListProps = {
  activity: LoadedActivity;
  items: readonly ActivityItem[];
  filters: ActivityFilters;
};

/** What is loaded, under the day on which it was. */
export function ActivityList({ activity, items, filters }: ActivityListProps) {
  const t = useTranslations("activity");
  return (
    <section aria-label={t("list")}>
      {byDay(items).map(([day, ofDay]) => (
        <section key={day} aria-labelledby={`day-${day}`} className="mb-8">
          <h2
            id={`day-${day}`}
            className="sticky top-0 z-10 border-line border-b bg-paper py-2 font-medium text-ink-2 text-note"
          >
            <RelativeTime value={ofDay[0].at} format="day" />
          </h2>
          <ul>
            {ofDay.map((item) => (
              <li key={item.seq} className="border-line border-b">
                {item.job === null ? (
                  <ActivityRow item={item} />
                ) : (
                  <JobRow job={item.job} item={item} filters={filters} />
                )}
              </li>
            ))}
          </ul>
        </section>
      ))}
      <ActivityMore activity={activity} byItself />
    </section>
  );
}

type Day = [number, [ActivityItem, ...ActivityItem[]]];

/** The items come in order: a day's lie together. */
function byDay(items: readonly ActivityItem[]): Day[] {
  const days: Day[] = [];
  for (const item of items) {
    const key = dayKey(new Date(item.at));
    const last = days.at(-1);
    if (last?.[0] === key) last[1].push(item);
    else days.push([key, [item]]);
  }
  return days;
}
