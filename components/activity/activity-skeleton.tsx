"use client";

import { useTranslations } from "use-intl";
import { Skeleton } from "@/components/ui/skeleton";

const rows = [52, 68, 44, 60, 48, 56];

/** Rows of the height that real ones will have, so that nothing jumps when they come. */
export function ActivitySkeleton() {
  const t = useTranslations("activity");
  return (
    <div role="status">
      <span className="sr-only">{t("loading")}</span>
      <Skeleton className="mb-4 h-4 w-28" />
      {rows.map((width) => (
        <div key={width} className="flex h-[53px] items-center gap-3 border-line border-b">
          <Skeleton className="size-4" />
          <span className="block" style={{ inlineSize: `${width}%` }}>
            <Skeleton className="h-4" />
          </span>
        </div>
      ))}
    </div>
  );
}
