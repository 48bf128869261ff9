import { Skeleton } from "@/components/ui/skeleton";

const rows = [68, 82, 54, 74, 61, 79, 58, 70];

/** Rows of the height that real ones will have, so that nothing jumps when they come. */
export function ListSkeleton({ count = rows.length }: { count?: number }) {
  return (
    <div role="status">
      <span className="sr-only">Loading memories</span>
      {rows.slice(0, count).map((width) => (
        <div key={width} className="h-[119px] border-line border-b px-[18px] pt-[15px] md:px-4">
          <div className="flex justify-between gap-6">
            <span className="block" style={{ inlineSize: `${width}%` }}>
              <Skeleton className="h-[17px]" />
            </span>
            <Skeleton className="h-3 w-8" />
          </div>
          <Skeleton className="mt-3 h-3 w-11/12" />
          <Skeleton className="mt-2 h-3 w-3/5" />
          <Skeleton className="mt-4 h-3 w-28" />
        </div>
      ))}
    </div>
  );
}
