"use client";

import { useId } from "react";
import { useTranslations } from "use-intl";
import { Choices } from "@/components/ui/choices";
import { cn } from "@/components/ui/cn";
import { controlClass } from "@/components/ui/input";
import { type ActivityFilters, activityGroups } from "@/lib/client/activity-filters";

type Change = (next: ActivityFilters, how?: { replace?: boolean }) => void;
type FilterProps = { filters: ActivityFilters; onChange: Change };

/** Which kind, and from which day to which, both counted in. */
export function ActivityFilterBar({ filters, onChange }: FilterProps) {
  const t = useTranslations("activity.filter");
  const { from, to } = filters;
  return (
    <div className="grid gap-4">
      <Choices
        legend={t("label")}
        value={filters.kind ?? "all"}
        onChange={(kind) => onChange({ ...filters, kind: kind === "all" ? null : kind })}
        choices={(["all", ...activityGroups] as const).map((value) => ({ value, label: t(value) }))}
      />
      <div className="grid max-w-sm grid-cols-2 gap-2">
        <Day end="from" filters={filters} onChange={onChange} />
        <Day end="to" filters={filters} onChange={onChange} />
      </div>
      {from !== null && to !== null && from > to && (
        <p className="text-note text-warn">{t("inverted")}</p>
      )}
    </div>
  );
}

function Day({ end, filters, onChange }: FilterProps & { end: "from" | "to" }) {
  const t = useTranslations("activity.filter");
  const id = useId();
  return (
    <div className="grid min-w-0 gap-1">
      <label htmlFor={id} className="text-ink-3 text-small">
        {t(end)}
      </label>
      <input
        id={id}
        type="date"
        min="0001-01-01"
        max="9999-12-31"
        value={filters[end] ?? ""}
        // Typing a year goes through others: only where it ends is worth a step back.
        onChange={({ target }) =>
          onChange({ ...filters, [end]: target.value || null }, { replace: true })
        }
        className={cn(controlClass, "touch-target h-9 px-2")}
      />
    </div>
  );
}
