"use client";

import { Hourglass } from "lucide-react";
import { useTranslations } from "use-intl";
import { cn } from "@/components/ui/cn";
import { useSlow } from "./use-slow";

type SlowNoticeProps = {
  /** Something has been asked of Memoram and has not come. */
  isWaiting: boolean;
  kind?: "slowReading" | "slowSaving";
  className?: string;
};

/**
 * Says after 3 s that it takes long, so that nobody thinks the page has died. The live region is
 * there from the start: one that comes with its words is not read out everywhere.
 */
export function SlowNotice({ isWaiting, kind = "slowReading", className }: SlowNoticeProps) {
  const t = useTranslations("states");
  const isSlow = useSlow(isWaiting);
  return (
    <div role="status" className={cn(!isSlow && "sr-only", className)}>
      {isSlow && (
        <p className="flex animate-appear items-center gap-2 text-ink-2 text-note">
          <Hourglass aria-hidden="true" className="size-4 shrink-0 text-warn" />
          {t(kind)}
        </p>
      )}
    </div>
  );
}
