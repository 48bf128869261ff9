"use client";

import { useTranslations } from "use-intl";
import { Skeleton } from "@/components/ui/skeleton";

/** The shape of the table while nothing has arrived. */
export function TagTableSkeleton() {
  const t = useTranslations("tagPage");
  return (
    <div role="status">
      <span className="sr-only">{t("loading")}</span>
      <div className="h-9 border-line border-b" />
      <div>
        {[40, 28, 48, 32, 24, 36, 44, 30].map((width) => (
          <div key={width} className="flex h-11 items-center gap-4 border-line border-b px-2">
            <Skeleton className="size-[18px]" />
            <span className="block" style={{ inlineSize: `${width / 4}rem` }}>
              <Skeleton />
            </span>
            <Skeleton className="ms-auto w-10" />
          </div>
        ))}
      </div>
    </div>
  );
}
