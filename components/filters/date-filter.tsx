"use client";

import { useId } from "react";
import { useTranslations } from "use-intl";
import { changeFilters } from "@/components/memories/use-memory-route";
import { cn } from "@/components/ui/cn";
import { controlClass } from "@/components/ui/input";
import { FilterSection } from "./filter-section";
import { firstDayOf, quickDates } from "./quick-dates";

type DateFilterProps = { from: string | null; to: string | null };

/** From which day to which a memory was kept, both included. */
export function DateFilter({ from, to }: DateFilterProps) {
  const t = useTranslations("filters");
  const today = new Date();
  const isInverted = from !== null && to !== null && from > to;
  return (
    <FilterSection
      label={t("dates.label")}
      clear={
        from !== null || to !== null
          ? {
              name: t("dates.clear"),
              label: t("clearOne"),
              onClick: () => changeFilters((filters) => ({ ...filters, from: null, to: null })),
            }
          : null
      }
    >
      <fieldset className="flex flex-wrap gap-1.5">
        <legend className="sr-only">{t("dates.quick")}</legend>
        {quickDates.map((choice) => {
          const first = firstDayOf(choice, today);
          const isChosen = from === first && to === null;
          return (
            <button
              key={choice}
              type="button"
              aria-pressed={isChosen}
              onClick={() =>
                changeFilters((filters) => ({
                  ...filters,
                  from: isChosen ? null : first,
                  to: null,
                }))
              }
              className={cn(
                "touch-target rounded-full border px-2.5 py-1 text-small transition-colors",
                isChosen
                  ? "border-accent bg-accent-soft text-ink"
                  : "border-line-2 text-ink-2 hover:bg-hover hover:text-ink",
                "forced-colors:aria-pressed:outline-2 forced-colors:aria-pressed:outline-[Highlight]",
              )}
            >
              {t(`dates.${choice}`)}
            </button>
          );
        })}
      </fieldset>
      <div className="grid grid-cols-2 gap-2">
        <Day label={t("dates.from")} end="from" value={from} />
        <Day label={t("dates.to")} end="to" value={to} />
      </div>
      {isInverted && <p className="text-note text-warn">{t("dates.inverted")}</p>}
    </FilterSection>
  );
}

type DayProps = { label: string; end: "from" | "to"; value: string | null };

function Day({ label, end, value }: DayProps) {
  const id = useId();
  return (
    <div className="grid min-w-0 gap-1">
      <label htmlFor={id} className="text-ink-3 text-small">
        {label}
      </label>
      <input
        id={id}
        type="date"
        min="0001-01-01"
        max="9999-12-31"
        value={value ?? ""}
        // Typing a year goes through others: only where it ends is worth a step back.
        onChange={({ target }) =>
          changeFilters((filters) => ({ ...filters, [end]: target.value || null }), {
            replace: true,
          })
        }
        className={cn(controlClass, "touch-target h-9 px-2")}
      />
    </div>
  );
}
