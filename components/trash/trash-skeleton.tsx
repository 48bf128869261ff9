"use client";

import { useTranslations } from "use-intl";
import { Skeleton } from "@/components/ui/skeleton";

const rows = [58, 72, 44, 64, 51];

/** Rows of the height that real ones will have, so that nothing jumps when they come. */
export function TrashSkeleton() {
  const t = useTranslations("trash");
  return (
    <div role="status">
      <span className="sr-only">{t("loading")}</span>
      {rows.map((width) => (
        <div key={width} className="h-[112px] border-line border-b ps-8 pt-4">
          <span className="block" style={{ inlineSize: `${width}%` }}>
            <Skeleton className="h-[17px]" />
          </span>
          <Skeleton className="mt-3 h-3 w-11/12" />
          <Skeleton className="mt-2 h-3 w-3/5" />
          <Skeleton className="mt-4 h-3 w-44" />
        </div>
      ))}
    </div>
  );
}
