import type { ReactNode } from "react";

type FilterSectionProps = {
  label: string;
  /** Takes the filter away; null while it is not set. */
  clear: { name: string; label: string; onClick: () => void } | null;
  children: ReactNode;
};

/** One filter in the panel: its name, a way to take it away, its controls. */
export function FilterSection({ label, clear, children }: FilterSectionProps) {
  return (
    <fieldset className="relative grid min-w-0 gap-2">
      <legend className="mb-2 font-medium text-ink text-note">{label}</legend>
      {clear && (
        <button
          type="button"
          aria-label={clear.name}
          onClick={clear.onClick}
          className="absolute -end-1.5 top-0 rounded-small px-1.5 text-ink-3 text-small hover:bg-hover hover:text-ink pointer-coarse:-top-3 pointer-coarse:min-h-11 pointer-coarse:min-w-11"
        >
          {clear.label}
        </button>
      )}
      {children}
    </fieldset>
  );
}
