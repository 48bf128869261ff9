import type { CSSProperties } from "react";
import { cn } from "./cn";
import { tagColor } from "./tag-color";

interface TagDotProps {
  /** What Memoram holds; anything but a hexadecimal colour shows the neutral dot. */
  color: string | null | undefined;
  className?: string;
}

/** A tag's own colour, as a dot of 8 px and never as more. The name beside it carries the meaning. */
export function TagDot({ color, className }: TagDotProps) {
  const known = tagColor(color);
  // A custom property, not a class: the colour is data.
  const style: CSSProperties & { "--dot"?: string } = known === undefined ? {} : { "--dot": known };
  return (
    <span
      aria-hidden="true"
      style={style}
      className={cn(
        "keep-color inline-block size-2 shrink-0 rounded-full bg-[var(--dot,var(--ink-3))]",
        className,
      )}
    />
  );
}
