"use client";

import { useTranslations } from "use-intl";
import { Skeleton } from "@/components/ui/skeleton";

const rows = [68, 82, 54, 74, 61, 79, 58, 70, 64, 77, 52, 72];

/** Rows of the height that real ones will have, so that nothing jumps when they come. */
export function ListSkeleton() {
  const t = useTranslations("list");
  return (
    <div role="status">
      <span className="sr-only">{t("loading")}</span>
      {rows.map((width) => (
        <div
          key={width}
          className="h-[119px] border-line border-b px-[18px] pt-[15px] compact:h-[60px] compact:pt-2.5 md:px-4"
        >
          <div className="flex justify-between gap-6">
            <span className="block" style={{ inlineSize: `${width}%` }}>
              <Skeleton className="h-[17px]" />
            </span>
            <Skeleton className="h-3 w-8" />
          </div>
          <Skeleton className="compact:hidden mt-3 h-3 w-11/12" />
          <Skeleton className="compact:hidden mt-2 h-3 w-3/5" />
          <Skeleton className="mt-4 h-3 w-28 compact:mt-2.5" />
        </div>
      ))}
    </div>
  );
}
