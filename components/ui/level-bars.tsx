"use client";

import { cn } from "./cn";
import { filledBars, isOutOfRange } from "./level";
import { useLevelName } from "./use-level-name";
import { useNumberText } from "./use-number-text";

interface LevelBarsProps {
  /** What is measured, in the page's language: importance or confidence. */
  label: string;
  value: number | null;
  /** `wide` for a list row, `tight` beside a number. */
  spacing?: "wide" | "tight";
  showNumber?: boolean;
  className?: string;
}

const bars = [1, 2, 3, 4, 5];

/**
 * Five small bars for a value from 0 to 1; who does not see them is told the number. A number outside
 * that range is always shown, as it came.
 */
export function LevelBars({
  label,
  value,
  spacing = "wide",
  showNumber = false,
  className,
}: LevelBarsProps) {
  const name = useLevelName(label, value);
  const inDigits = useNumberText();
  const filled = value === null ? 0 : filledBars(value);
  return (
    <span className={cn("inline-flex items-center", className)}>
      <span className="sr-only">{name}</span>
      <span aria-hidden="true" className={cn("flex", spacing === "wide" ? "gap-1.5" : "gap-0.5")}>
        {bars.map((bar) => (
          <span
            key={bar}
            className={cn(
              "keep-color h-2.5 w-[3px] rounded-[1px]",
              bar <= filled ? "bg-accent" : "bg-line-2",
            )}
          />
        ))}
      </span>
      {value !== null && (showNumber || isOutOfRange(value)) && (
        <span aria-hidden="true" className="ms-2 text-ink text-note">
          {inDigits(value)}
        </span>
      )}
    </span>
  );
}
