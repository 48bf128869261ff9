import { X } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "./cn";

type ChipProps = {
  children: ReactNode;
  /** `outline`: something a memory has. `soft`: something chosen, such as a filter. */
  tone?: "outline" | "soft";
  className?: string;
} & Removable;

/** With `onRemove` the chip ends in a button that removes it, named by `removeLabel`. */
type Removable =
  | { onRemove: () => void; removeLabel: string }
  | { onRemove?: undefined; removeLabel?: undefined };

/** A tag or a filter in a line of others. */
export function Chip({ children, tone = "outline", onRemove, removeLabel, className }: ChipProps) {
  return (
    <span
      className={cn(
        "inline-flex h-6 max-w-full items-center gap-1.5 text-small",
        tone === "outline"
          ? "rounded-full border border-line px-[9px] text-ink-2"
          : "h-[26px] rounded-small bg-accent-soft px-2 text-ink",
        onRemove && "pe-0",
        "pointer-coarse:h-9",
        className,
      )}
    >
      <span className="flex min-w-0 items-center gap-1.5 truncate">{children}</span>
      {onRemove && (
        <button
          type="button"
          onClick={onRemove}
          aria-label={removeLabel}
          className="touch-target inline-grid size-6 shrink-0 place-items-center rounded-[inherit] hover:text-danger"
        >
          <X aria-hidden="true" className="size-3.5" />
        </button>
      )}
    </span>
  );
}
