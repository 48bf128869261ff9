import type { ComponentProps } from "react";
import { cn } from "./cn";

/** One key of a shortcut. Drawn in the colour around it, so that it fits any button. */
export function Kbd({ className, ...props }: ComponentProps<"kbd">) {
  return (
    <kbd
      {...props}
      className={cn(
        "inline-grid h-[18px] min-w-[18px] shrink-0 place-items-center rounded-[4px] border",
        "border-current/35 px-1 font-sans text-[11px] leading-none",
        "pointer-coarse:hidden",
        className,
      )}
    />
  );
}
