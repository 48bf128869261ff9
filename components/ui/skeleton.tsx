import { cn } from "./cn";

/** Stands where text will be. Still, not shimmering; the region around it says "Loading". */
export function Skeleton({ className }: { className?: string }) {
  return (
    <span aria-hidden="true" className={cn("block h-4 rounded-small bg-line/70", className)} />
  );
}
