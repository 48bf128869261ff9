import { cn } from "./cn";

interface ProgressBarProps {
  /** What is under way: the bar's name. */
  label: string;
  /** Where it stands, in words: "120 of 200 done, 3 failed". */
  valueText: string;
  total: number;
  done: number;
  /** Shown behind what is done, in the colour of a failure. */
  failed?: number;
  /** Stands still: drawn without the accent. */
  isStill?: boolean;
  className?: string;
}

/** How far something has come. What failed counts as come to an end. */
export function ProgressBar({
  label,
  valueText,
  total,
  done,
  failed = 0,
  isStill = false,
  className,
}: ProgressBarProps) {
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={total}
      aria-valuenow={done + failed}
      aria-valuetext={valueText}
      className={cn(
        "flex h-1.5 overflow-hidden rounded-full bg-line-2",
        "forced-colors:h-3 forced-colors:border forced-colors:border-[CanvasText]",
        className,
      )}
    >
      <Part
        share={share(done, total)}
        className={cn(isStill ? "bg-ink-3" : "bg-accent", "forced-colors:bg-[Highlight]")}
      />
      <Part share={share(failed, total)} className="bg-danger forced-colors:bg-[Mark]" />
    </div>
  );
}

const share = (part: number, total: number) => (total === 0 ? 0 : (100 * part) / total);

function Part({ share, className }: { share: number; className: string }) {
  return (
    <span
      style={{ inlineSize: `${share}%` }}
      className={cn("keep-color shrink-0 transition-[inline-size]", className)}
    />
  );
}
