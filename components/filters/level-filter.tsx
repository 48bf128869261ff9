"use client";

import { Slider } from "radix-ui";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { changeFilters } from "@/components/memories/use-memory-route";
import { cn } from "@/components/ui/cn";
import { anyLevel, isBounded, type LevelRange } from "@/lib/client/filters/memory-filters";
import { FilterSection } from "./filter-section";
import { rangeInWords } from "./filter-words";

const STEP = 0.05;

type LevelFilterProps = { level: "importance" | "confidence"; range: LevelRange };

/** From which value to which. The list follows once a thumb rests. */
export function LevelFilter({ level, range }: LevelFilterProps) {
  const t = useTranslations("filters");
  const [moving, setMoving] = useState<LevelRange | null>(null);
  const shown = moving ?? range;
  const name = t(`level.${level}`);
  const words = rangeInWords(shown, { t });
  const settle = (next: LevelRange) => {
    setMoving(null);
    changeFilters((filters) => ({ ...filters, [level]: next }));
  };
  return (
    <FilterSection
      label={name}
      clear={
        isBounded(range)
          ? {
              name: t(level === "importance" ? "level.clearImportance" : "level.clearConfidence"),
              label: t("clearOne"),
              onClick: () => settle(anyLevel),
            }
          : null
      }
    >
      <Slider.Root
        min={0}
        max={1}
        step={STEP}
        value={thumbsOf(shown)}
        onValueChange={(thumbs) => setMoving(rangeOf(thumbs))}
        onValueCommit={(thumbs) => settle(rangeOf(thumbs))}
        className="relative mx-2 flex h-6 touch-none select-none items-center pointer-coarse:h-11"
      >
        <Slider.Track className="relative h-1 grow rounded-full bg-line-2 forced-colors:bg-[GrayText]">
          <Slider.Range
            className={cn(
              "keep-color absolute h-full rounded-full",
              isBounded(shown) ? "bg-accent forced-colors:bg-[Highlight]" : "bg-transparent",
            )}
          />
        </Slider.Track>
        {(["atLeast", "atMost"] as const).map((end) => (
          <Slider.Thumb
            key={end}
            aria-label={t(`level.${end}`, { level: name })}
            aria-valuetext={words}
            className={cn(
              isBounded(shown) ? "border-accent" : "border-ink-3",
              "relative block size-4 rounded-full border-2 bg-raised after:absolute after:-inset-1.5 pointer-coarse:size-6 pointer-coarse:after:-inset-3",
            )}
          />
        ))}
      </Slider.Root>
      <p className="text-note text-ink-2">
        {words}
        {isBounded(shown) && <span className="text-ink-3">. {t("level.without")}</span>}
      </p>
    </FilterSection>
  );
}

/** Both thumbs in order, wherever an address typed by hand puts them. */
function thumbsOf({ min, max }: LevelRange): number[] {
  return [min ?? 0, max ?? 1].sort((a, b) => a - b);
}

/** At an end of the scale a thumb excludes nothing. */
function rangeOf([low = 0, high = 1]: number[]): LevelRange {
  return { min: low <= 0 ? null : round(low), max: high >= 1 ? null : round(high) };
}

/** Steps of 0.05 are no binary numbers. */
const round = (value: number) => Number(value.toFixed(4));
