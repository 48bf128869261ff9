import { Bookmark } from "lucide-react";
import { cn } from "./cn";

/** The bookmark and the name. Put it in a link where it leads somewhere. */
export function Wordmark({ className }: { className?: string }) {
  return (
    <span className={cn("inline-flex items-center gap-[9px] text-ink text-wordmark", className)}>
      <span
        aria-hidden="true"
        className="keep-color mt-px grid size-[22px] shrink-0 place-items-center rounded-small rounded-es-[2px] bg-accent text-on-accent"
      >
        <Bookmark className="size-[15px]" />
      </span>
      Keepsake
    </span>
  );
}
