import { type ReactNode, useId } from "react";

type FilterSectionProps = {
  label: string;
  /** Takes the filter away; null while it is not set. */
  clear: { name: string; label: string; onClick: () => void } | null;
  children: ReactNode;
};

/** One filter in the panel: its name, a way to take it away, its controls. */
export function FilterSection({ label, clear, children }: FilterSectionProps) {
  const id = useId();
  return (
    // A legend cannot share its line with a button.
    <fieldset aria-labelledby={id} className="grid min-w-0 gap-2">
      <div className="flex h-5 items-center justify-between gap-3 pointer-coarse:h-11">
        <span id={id} className="font-medium text-ink text-note">
          {label}
        </span>
        {clear && (
          <button
            type="button"
            aria-label={clear.name}
            onClick={clear.onClick}
            className="touch-target -me-1.5 h-6 rounded-small px-1.5 text-ink-3 text-small hover:bg-hover hover:text-ink"
          >
            {clear.label}
          </button>
        )}
      </div>
      {children}
    </fieldset>
  );
}
